/**
 * Colours and sizes. A host page sets the `--woningscan-*` properties, or has those of NL Design System already. Nothing
 * else of its style comes in: all that is inherited starts anew in `.base`, and `medium` is the size of text that the
 * visitor chose in the browser, whatever the page says of its own.
 */

import { css } from "lit";

const dark = css`
  color-scheme: dark;
  --accent: var(--woningscan-accent-color-dark, #9ac3f5);
  --on-accent: var(--woningscan-accent-contrast-color-dark, #0b1a2c);
  --header: var(--woningscan-header-color-dark, #12304f);
  --page: #14181f;
  --text: #eef2f7;
  --muted: #b7c1cd;
  --line: #7f8b9b;
  --soft: #1f2630;
  --own: #1f3f66;
  --danger: #ffb3ab;
  --on-danger: #3a0906;
  --danger-soft: #3a1714;
  --shadow: rgb(0 0 0 / 60%);
`;

export const tokens = css`
  .base {
    all: initial;
    display: contents;
    color-scheme: light;
    --accent: var(--woningscan-accent-color, var(--utrecht-button-primary-action-background-color, #154273));
    --on-accent: var(--woningscan-accent-contrast-color, var(--utrecht-button-primary-action-color, #fff));
    --header: var(--woningscan-header-color, var(--accent));
    --page: #fff;
    --text: #1b222c;
    --muted: #4d5866;
    --line: #717c8a;
    --soft: #eff3f8;
    --own: #dbe8f6;
    --danger: #a3190f;
    --on-danger: #fff;
    --danger-soft: #fdeeec;
    --shadow: rgb(16 32 56 / 28%);
    --radius: var(--woningscan-border-radius, 0.5em);
    --space: min(1em, 16px); /* larger text needs the room: the space around it does not grow along */
    --gap: min(0.5em, 8px);
    --inset: max(0px, min(0.5em, 24px - 1em)); /* in head and foot: less, the larger the text */
    font: medium / 1.5 var(--woningscan-font-family, var(--utrecht-document-font-family, system-ui, sans-serif));
    color: var(--text);
  }

  :host([theme="dark"]) .base {
    ${dark}
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) .base {
      ${dark}
    }
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  @media print {
    :host {
      display: none;
    }
  }

  [hidden] {
    display: none !important;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
