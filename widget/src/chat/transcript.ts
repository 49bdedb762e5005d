/** Reading the transcript: what can be answered now, how far the scan is, what is still to be sent. */

import { texts } from "../texts.nl.js";
import type { Choice, Item, Own, Progress, Reply, TextPart } from "./types.js";

/** The replies since the visitor last said something. */
export function currentTurn(items: readonly Item[]): Reply[] {
  const lastOwn = items.map((item) => item.who === "visitor" && !item.pending).lastIndexOf(true);
  return items.slice(lastOwn + 1).flatMap((item) => (item.who === "assistant" ? [item.reply] : []));
}

export function firstPending(items: readonly Item[]): Own | undefined {
  return items.find((item): item is Own => item.who === "visitor" && item.pending);
}

/** Whether a press of this button waits for its answer, also behind another message. */
export function isOnItsWay(items: readonly Item[], choice: string): boolean {
  return items.some((item) => item.who === "visitor" && item.pending && item.choice === choice);
}

/** The reply that is being asked now: the last one with buttons that answer it. */
export function askedNow(turn: readonly Reply[]): Reply | undefined {
  return turn.filter((reply) => reply.choices.length > 0).at(-1);
}

/** The last text of a question is the question itself; it names the group of its buttons. */
export function questionPart(reply: Reply): TextPart | undefined {
  return reply.parts.filter((part) => part.kind === "text").at(-1);
}

/** The commands beside the question, without those that have a place of their own that never moves. */
export function toolsNow(turn: readonly Reply[], elsewhere: readonly string[]): Choice[] {
  const asked = askedNow(turn);
  const beside = turn.flatMap((reply) => (reply === asked ? reply.tools : [...reply.choices, ...reply.tools]));
  const taken = new Set([...elsewhere, ...(asked?.choices ?? []).map((choice) => choice.id)]);
  return beside.filter(({ id }) => !taken.has(id) && taken.add(id));
}

/** Whether it is about danger and cannot wait. The opening names the number too, as something to know. */
export function isAlarm(reply: Reply): boolean {
  return !reply.id.startsWith("opening") && reply.parts.some((part) => part.kind === "notice" && part.tone === "emergency");
}

/** Whether a person said it. */
export function byStaff(reply: Reply): boolean {
  return reply.id === "handoff.staff";
}

export function progressNow(turn: readonly Reply[]): Progress | undefined {
  return turn.flatMap((reply) => reply.parts.filter((part) => part.kind === "progress")).at(-1);
}

/** What a reply says, as texts to be read aloud; without its question when that is read already. */
export function spoken(reply: Reply, withoutQuestion: boolean): string {
  const question = questionPart(reply);
  const said = reply.parts
    .filter((part) => !(withoutQuestion && part === question))
    .map((part) => {
      if (part.kind === "list") return part.items.join(" ");
      if (part.kind === "link") return part.label;
      return part.kind === "progress" ? part.title : part.text;
    })
    .join(" ");
  return byStaff(reply) ? `${texts.staff}: ${said}` : said;
}
