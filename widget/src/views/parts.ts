/** How each kind of part looks. Texts only: what looks like markup in them is shown as it is written. */

import { html, nothing, type TemplateResult } from "lit";
import { withContacts } from "../contacts.js";
import { texts } from "../texts.nl.js";
import type { Part } from "../chat/types.js";

type View = TemplateResult | typeof nothing;

const SAFE = new Set(["https:", "http:", "tel:", "mailto:"]);

/** Progress is shown at the top of the panel instead. `server` is what a link without a host belongs to. */
export function partView(part: Part, server: string): View {
  switch (part.kind) {
    case "text":
      return html`<p>${linked(part.text)}</p>`;
    case "notice":
      return html`<p class="notice ${part.tone}">${linked(part.text)}</p>`;
    case "list": {
      const items = part.items.map((item) => html`<li>${linked(item)}</li>`);
      return part.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "link":
      return linkView(part.label, part.url, server);
    case "progress":
      return nothing;
  }
}

/** Numbers and addresses that we know become links. */
export function linked(text: string): (string | TemplateResult)[] {
  return withContacts(text).map((piece) => (piece.url ? html`<a href=${piece.url}>${piece.text}</a>` : piece.text));
}

function linkView(label: string, url: string, server: string): View {
  const target = address(url, server);
  if (!target || !SAFE.has(target.protocol)) return html`<p>${label}</p>`;
  if (!target.protocol.startsWith("http")) return html`<p><a class="call" href=${target.href}>${label}</a></p>`;
  const tab = html`<span class="aside">${texts.newTab}</span>`;
  return html`<p><a class="call" href=${target.href} target="_blank" rel="noopener noreferrer">${label} ${tab}</a></p>`;
}

function address(url: string, server: string): URL | undefined {
  try {
    return new URL(url, server);
  } catch {
    return undefined;
  }
}
