/** Numbers and addresses from `content/routes.yml`, put in by `build.mjs` so that they work without a server. */

import type { Contact } from "./chat/types.js";

declare const __EMERGENCY__: readonly Contact[];
declare const __CONTACTS__: readonly Contact[];
declare const __NEUTRAL_PAGE__: string;

export const emergency = __EMERGENCY__;
export const neutralPage = __NEUTRAL_PAGE__;

const urls = new Map(__CONTACTS__.map((contact) => [contact.value, contact.url]));
const escaped = [...urls.keys()]
  .sort((one, other) => other.length - one.length)
  .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
// No lookbehind: Safari before 16.4 would not load the widget at all.
const known = new RegExp(`(^|[^\\w.-])(${escaped.join("|")})(?![\\w-])`, "g");

/** `text` in pieces; a piece that is a number or address we know carries its url. */
export function withContacts(text: string): { text: string; url?: string }[] {
  const pieces: { text: string; url?: string }[] = [];
  let from = 0;
  for (const { index, 1: before = "", 2: value = "" } of text.matchAll(known)) {
    const at = index + before.length;
    pieces.push({ text: text.slice(from, at) }, { text: value, url: urls.get(value) ?? "" });
    from = at + value.length;
  }
  return [...pieces, { text: text.slice(from) }].filter((piece) => piece.text !== "");
}
