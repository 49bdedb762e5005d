/** What is going on: waiting, no connection, a conversation that is gone. Emergency numbers come with every failure. */

import { html, nothing, type TemplateResult } from "lit";
import { emergency } from "../contacts.js";
import type { Conversation } from "../chat/conversation.js";
import { texts } from "../texts.nl.js";
import { isOnItsWay } from "../chat/transcript.js";
import type { Phase } from "../chat/types.js";
import { THREAT } from "./answers.js";
import { linked } from "./parts.js";

export interface Status {
  readonly phase: Phase;
  readonly problem: string;
  readonly online: boolean;
  /** The connection was away and is there again. */
  readonly back: boolean;
  /** How long the visitor has been waiting for an answer. */
  readonly waiting: "no" | "short" | "long";
  readonly empty: boolean;
  readonly erasing: boolean;
  /** Tried again after a failure: the button stays, so that the focus does. */
  readonly retrying: boolean;
  /** "Er is dreiging" is on its way: do not wait for the server to give the numbers. */
  readonly urgent: boolean;
}

export function statusOf(talk: Conversation, waiting: Status["waiting"], around: Pick<Status, "online" | "back">): Status {
  const { online, back } = around;
  const { phase, problem, items, erasing, retrying } = talk;
  const urgent = waiting !== "no" && isOnItsWay(items, THREAT);
  return { phase, problem, erasing, retrying, urgent, online, back, waiting, empty: items.length === 0 };
}

export interface StatusActions {
  retry(): void;
  anew(): void;
}

export function statusText({ phase, problem, online, back, waiting, empty, erasing }: Status): string {
  if (phase === "failed") return problem || (erasing ? texts.notErased : online ? texts.unreachable : texts.offline);
  if (phase === "erased") return empty ? texts.erased : "";
  if (phase !== "busy") return problem || (online ? (back ? texts.back : "") : texts.offline);
  if (waiting === "long") return texts.waitingLong;
  return waiting === "short" ? (empty ? texts.starting : texts.waiting) : "";
}

export function statusView(status: Status, act: StatusActions): TemplateResult | typeof nothing {
  const text = statusText(status);
  const over = status.phase === "gone" || status.phase === "erased";
  const busy = status.phase === "busy";
  const again = status.phase === "failed" || (busy && status.retrying);
  if (text === "" && !over && !again) return nothing;
  const button = (label: string, action: () => void): TemplateResult =>
    html`<button type="button" class="primary" aria-disabled=${busy} @click=${() => busy || action()}>${label}</button>`;
  return html`<div class="status ${busy ? "waiting" : ""}" part="status">
    ${text || busy ? html`<p>${linked(text || texts.waiting)}</p>` : nothing}
    ${again || status.urgent ? numbersView(texts.emergencyAnyway) : nothing}
    ${again ? button(texts.retry, act.retry) : nothing} ${over ? button(texts.anew, act.anew) : nothing}
  </div>`;
}

export function numbersView(lead: string): TemplateResult {
  return html`<p class="lead">${lead}</p>
    <ul class="numbers">
      ${emergency.map(
        ({ label, value, url }) => html`<li>
          <a href=${url}><strong>${value}</strong> <span>${label}</span></a>
        </li>`,
      )}
    </ul>`;
}
