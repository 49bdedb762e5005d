/** From the server's JSON to typed replies. What does not fit is left out: the widget never breaks on a newer server. */

import type { Choice, News, Part, Reply } from "./types.js";

type Fields = Readonly<Record<string, unknown>>;

/** Thrown when an answer is not of the agreed form; treated like a server that does not answer. */
export class Unreadable extends Error {}

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

export function asText(value: unknown): string {
  return typeof value === "string" ? inert(value) : "";
}

/**
 * Removes what would act on the screen instead of being read: control, direction and zero-width characters. Between two
 * pictures the joiner stays: it makes one of them.
 */
export function inert(text: string): string {
  return text.replace(/(\p{Extended_Pictographic}[\ufe0f\p{EMod}]?\u200d)(?=\p{Extended_Pictographic})|[^\P{C}\n]/gu, "$1");
}

export function readReplies(value: unknown): Reply[] {
  const replies = fields(value)["replies"];
  if (!Array.isArray(replies)) throw new Unreadable("no replies");
  return replies.map(readReply);
}

export function readNews(value: unknown): News {
  const { open, seq, notice, stop } = fields(value);
  const [end] = readChoices([stop]);
  const person = open === true && end ? { notice: asText(notice), stop: end } : undefined;
  return { seq: Number(seq) || 0, replies: readReplies(value), person };
}

function readReply(value: unknown): Reply {
  const { id, parts, choices, tools } = fields(value);
  return { id: asText(id), parts: list(parts).flatMap(readPart), choices: readChoices(choices), tools: readChoices(tools) };
}

function readChoices(value: unknown): Choice[] {
  return list(value)
    .map(fields)
    .filter((choice) => typeof choice["id"] === "string" && asText(choice["label"]) !== "")
    .map((choice) => ({ id: String(choice["id"]), label: asText(choice["label"]) }));
}

function readPart(value: unknown): Part[] {
  const part = fields(value);
  const text = asText(part["text"]);
  switch (part["kind"]) {
    case "list":
      return [{ kind: "list", items: list(part["items"]).map(asText), ordered: part["ordered"] === true }];
    case "link":
      return [{ kind: "link", label: asText(part["label"]), url: asText(part["url"]) }];
    case "notice":
      return [{ kind: "notice", tone: part["tone"] === "emergency" ? "emergency" : "info", text }];
    case "progress":
      return [
        {
          kind: "progress",
          number: Number(part["number"]) || 0,
          total: Number(part["total"]) || 0,
          theme: asText(part["theme"]),
          title: asText(part["title"]),
        },
      ];
    default:
      return text === "" ? [] : [{ kind: "text", text }];
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
