/** The fixed edges of the panel: at the top "Snel weg", the menu and the progress; at the bottom what keeps help in reach. */

import { html, nothing, svg, type TemplateResult } from "lit";
import { emergency } from "../contacts.js";
import { texts } from "../texts.nl.js";
import type { Person, Progress } from "../chat/types.js";
import type { AnswerActions } from "./answers.js";
import { numbersView } from "./status.js";

const CROSS = svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  <path d="M2 2 14 14M14 2 2 14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`;

export interface FrameActions {
  leave(event: Event): void;
  follow(event: MouseEvent): void;
  close(): void;
  key(event: KeyboardEvent): void;
  toggleMenu(): void;
  toggleNumbers(): void;
  erase(): void;
  send(event: Event): void;
  threat(): void;
}

export function headerView(presses: number, menu: boolean, exitUrl: string, act: FrameActions): TemplateResult {
  return html`<a class="exit-link" href=${exitUrl} rel="noreferrer nofollow" @click=${act.leave}>${texts.exitLink}</a>
    <div class="head" part="header">
      <h2 id="title" tabindex="-1"><slot name="title">${texts.title}</slot> <small>${texts.kind}</small></h2>
      <div class="bar">
        <button type="button" class="exit" part="exit" @click=${act.leave}>
          ${texts.exit}${presses > 0 ? html` <span class="presses" aria-hidden="true">${"●".repeat(presses)}</span>` : nothing}
        </button>
        <button type="button" class="plain" aria-expanded=${menu} aria-controls="menu" @click=${act.toggleMenu}>
          ${texts.more}
        </button>
        <button type="button" class="close" aria-label=${texts.close} @click=${act.close}>${CROSS}</button>
      </div>
    </div>`;
}

export function menuView(menu: boolean, act: FrameActions): TemplateResult {
  return html`<div id="menu" class="menu" ?hidden=${!menu}>
    <p>${texts.exitHint}</p>
    <p>${texts.eraseAsk}</p>
    <div class="row">
      <button type="button" class="choice" @click=${act.erase}>${texts.eraseYes}</button>
      <button type="button" class="choice" @click=${act.toggleMenu}>${texts.eraseNo}</button>
    </div>
  </div>`;
}

export function progressView(progress: Progress | undefined): TemplateResult | typeof nothing {
  if (!progress) return nothing;
  return html`<div class="progress" part="progress">
    <p id="progress">${progress.title}</p>
    <progress aria-labelledby="progress" max=${progress.total} .value=${Math.max(progress.number - 1, 0)}></progress>
  </div>`;
}

/** Who the visitor talks to while that is a person, and the way back to the chatbot. */
export function personView(person: Person, busy: boolean, act: AnswerActions): TemplateResult {
  return html`<div class="person" part="person" role="group" aria-label=${texts.withWhom}>
    <p>${person.notice}</p>
    <button type="button" class="choice" aria-disabled=${busy} @click=${() => busy || act.press(person.stop)}>
      ${person.stop.label}
    </button>
  </div>`;
}

export function composerView(act: FrameActions): TemplateResult {
  return html`<form class="composer" part="composer" @submit=${act.send}>
    <label for="input">${texts.inputLabel}</label>
    <div class="field">
      <textarea
        id="input"
        part="input"
        rows="1"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="send"
      ></textarea>
      <button type="submit" class="primary">${texts.send}</button>
    </div>
  </form>`;
}

export function footerView(numbers: boolean, act: FrameActions): TemplateResult {
  const [alarm] = emergency;
  return html`<div class="foot" role="group" aria-label=${texts.help} part="footer">
    <div id="numbers" class="all-numbers" ?hidden=${!numbers}>${numbersView(texts.danger)}</div>
    <div class="help">
      <button type="button" class="threat" part="threat" @click=${act.threat}>${texts.threat}</button>
      ${alarm ? html`<a class="alarm" part="alarm" href=${alarm.url}>${texts.call} ${alarm.value}</a>` : nothing}
      <button type="button" class="tool" aria-expanded=${numbers} aria-controls="numbers" @click=${act.toggleNumbers}>
        ${texts.numbers}
      </button>
    </div>
  </div>`;
}
