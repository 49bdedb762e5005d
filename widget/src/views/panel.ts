/** The open chat, from top to bottom in the order of the keyboard. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { texts } from "../texts.nl.js";
import { currentTurn, firstPending, progressNow } from "../chat/transcript.js";
import type { Item, Person } from "../chat/types.js";
import { type AnswerActions, answersView } from "./answers.js";
import { composerView, type FrameActions, footerView, headerView, menuView, personView, progressView } from "./frame.js";
import { type Status, type StatusActions, statusView } from "./status.js";
import { transcriptView } from "./transcript.js";

export interface PanelActions extends FrameActions, AnswerActions, StatusActions {}

export interface PanelState {
  readonly items: readonly Item[];
  readonly person: Person | undefined;
  readonly status: Status;
  readonly presses: number;
  readonly exitUrl: string;
  readonly menu: boolean;
  readonly numbers: boolean;
  readonly server: string;
}

export function panelView(state: PanelState, act: PanelActions): TemplateResult {
  const { items, status, person } = state;
  const turn = currentTurn(items);
  const over = status.phase === "gone" || status.phase === "erased";
  const turnKey = items.map((item) => item.who).lastIndexOf("assistant");
  const held = status.phase === "busy" || firstPending(items) !== undefined;
  return html`<dialog popover="manual" part="panel" aria-labelledby="title" @cancel=${act.close} @keydown=${act.key}>
    ${headerView(state.presses, state.menu, state.exitUrl, act)}
    <div class="body">
      ${menuView(state.menu, act)} ${person && !over ? personView(person, held, act) : progressView(over ? undefined : progressNow(turn))}
      <div class="middle" role="region" aria-label=${texts.conversation} tabindex="0" @click=${act.follow}>
        ${transcriptView(items, state.server, status.phase === "failed")}
        ${statusView(status, act)} ${keyed(turnKey, over ? "" : answersView(turn, held, act, person ? [person.stop.id] : []))}
        ${items.some((item) => item.who === "visitor") ? nothing : html`<p class="exit-hint">${texts.exitHint}</p>`}
      </div>
      ${composerView(act)}
    </div>
    ${footerView(state.numbers, act)}
    <div class="hidden" id="first-news" aria-live="polite"></div>
    <div class="hidden" id="news" aria-live="polite"></div>
    <div class="hidden" id="alarm-news" aria-live="assertive"></div>
  </dialog>`;
}
