/** The buttons under the transcript: the answers to the question, and the commands beside it. */

import { html, nothing, type TemplateResult } from "lit";
import { texts } from "../texts.nl.js";
import { askedNow, questionPart, toolsNow } from "../chat/transcript.js";
import type { Choice, Reply } from "../chat/types.js";

export const THREAT = "report_threat";
export interface AnswerActions {
  press(choice: Choice): void;
}

const OPENING = "opening.welcome";
const SHORT = 14;
const SHORT_ROW = 30;

/** While something is being sent the buttons stay where they are and can be focused, but do nothing. */
export function answersView(
  turn: readonly Reply[],
  busy: boolean,
  act: AnswerActions,
  elsewhere: readonly string[] = [],
): TemplateResult | typeof nothing {
  const asked = askedNow(turn);
  const tools = toolsNow(turn, [THREAT, ...elsewhere]);
  if (!asked && tools.length === 0) return nothing;
  // The second click of a double click would answer the next question, which appears in the same place.
  const pressed = (event: MouseEvent, choice: Choice): void => {
    if (!busy && event.detail < 2) act.press(choice);
  };
  const button = (choice: Choice, kind: string): TemplateResult =>
    html`<button type="button" class=${kind} part=${kind} aria-disabled=${busy} @click=${(event: MouseEvent) => pressed(event, choice)}>
      ${choice.label}
    </button>`;
  return html`<div class="answers">
    ${asked
      ? html`<div
          role="group"
          class="choices ${isShort(asked.choices) ? "row" : ""}"
          aria-label=${questionPart(asked)?.text ?? texts.answers}
          tabindex="-1"
        >
          ${asked.choices.map((choice, at) => button(choice, at === 0 && asked.id === OPENING ? "choice first" : "choice"))}
        </div>`
      : nothing}
    ${tools.length > 0
      ? html`<div role="group" class="tools" aria-label=${texts.tools}>${tools.map((choice) => button(choice, "tool"))}</div>`
      : nothing}
  </div>`;
}

/** Short answers stand beside each other; one long one may have a row of its own under them. */
function isShort(choices: readonly Choice[]): boolean {
  const short = choices.filter(({ label }) => label.length <= SHORT);
  return short.length >= Math.max(2, choices.length - 1) && short.reduce((sum, { label }) => sum + label.length, 0) <= SHORT_ROW;
}
