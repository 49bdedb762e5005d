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
const known = new RegExp(`(?<![\\w.-])(${escaped.join("|")})(?![\\w-])`);

/** `text` in pieces; a piece that is a number or address we know carries its url. */
export function withContacts(text: string): { text: string; url?: string }[] {
  return text
    .split(known)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const url = urls.get(piece);
      return url ? { text: piece, url } : { text: piece };
    });
}
