/** What a reload needs, in this tab's sessionStorage and nowhere else. Works without it when the browser refuses. */

import { fields, inert, readReplies } from "./parse.js";
import type { Item } from "./types.js";

const KEY = "woningscan-chat";

export interface Kept {
  readonly server: string;
  readonly token: string;
  readonly open: boolean;
  readonly items: readonly Item[];
  readonly seq: number;
}

export function keep(kept: Kept): void {
  attempt(() => sessionStorage.setItem(KEY, JSON.stringify(kept)));
}

export function forget(): void {
  attempt(() => sessionStorage.removeItem(KEY));
}

/** What was kept for `server`, or undefined. Another page script may have written there, so it is read with care. */
export function recall(server: string): Kept | undefined {
  return attempt(() => {
    const kept = fields(JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
    if (kept["server"] !== server || typeof kept["token"] !== "string" || !Array.isArray(kept["items"])) return undefined;
    return { server, token: kept["token"], open: kept["open"] === true, items: kept["items"].flatMap(readItem), seq: Number(kept["seq"]) || 0 };
  });
}

function readItem(value: unknown): Item[] {
  const { who, messageId, label, choice, pending, reply } = fields(value);
  if (who === "assistant") return readReplies({ replies: [reply] }).map((one) => ({ who: "assistant", reply: one }));
  if (typeof messageId !== "string" || typeof label !== "string") return [];
  const own = { who: "visitor", messageId, label: pending === true ? label : inert(label), pending: pending === true } as const;
  return [typeof choice === "string" ? { ...own, choice } : own];
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
