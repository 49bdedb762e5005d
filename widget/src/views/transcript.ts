/** The transcript: what was said, by whom, in order. Chosen answers stay readable in it. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { inert } from "../chat/parse.js";
import { texts } from "../texts.nl.js";
import { byStaff, isAlarm, questionPart } from "../chat/transcript.js";
import type { Item, Own, Reply } from "../chat/types.js";
import { linked, partView } from "./parts.js";

/** The log does not speak for itself (`aria-live="off"`): a region of its own does, see `announcer.ts`. */
export function transcriptView(items: readonly Item[], server: string, failed: boolean): TemplateResult {
  return html`<div role="log" aria-live="off" aria-label=${texts.messages} part="log">
    <ol class="messages">
      ${repeat(items, (_, index) => index, (item) => (item.who === "visitor" ? ownView(item, failed) : saidView(item.reply, server)))}
    </ol>
  </div>`;
}

function saidView(reply: Reply, server: string): TemplateResult | typeof nothing {
  const parts = reply.parts.filter((part) => part.kind !== "progress");
  const question = reply.choices.length > 0 ? questionPart(reply) : undefined;
  if (parts.length === 0) return nothing;
  const staff = byStaff(reply);
  return html`<li class="assistant ${staff ? "staff" : isAlarm(reply) ? "alarming" : ""}" part="message" tabindex="-1">
    ${staff ? html`<p class="by">${texts.staff}</p>` : html`<span class="hidden">${texts.assistant}</span>`}
    ${parts.map((part) => (part === question ? questionView(question.text) : partView(part, server)))}
  </li>`;
}

/** The question stands out; an explanation behind it does not. */
function questionView(text: string): TemplateResult {
  const end = text.indexOf("?") + 1;
  return html`<p class="question"><strong>${linked(text.slice(0, end))}</strong>${linked(text.slice(end))}</p>`;
}

function ownView(own: Own, failed: boolean): TemplateResult {
  return html`<li class="visitor" part="message own-message">
    <span class="hidden">${own.choice === undefined ? texts.visitorTyped : texts.visitorChose}</span>
    <p>${inert(own.label)}</p>
    ${own.pending && failed ? html`<p class="pending">${texts.notSent}</p>` : nothing}
  </li>`;
}
