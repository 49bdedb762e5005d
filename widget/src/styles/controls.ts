/** Everything that can be pressed: at least 44 px high, with a focus ring that is seen on each background. */

import { css } from "lit";

export const controls = css`
  button,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  .alarm,
  .call,
  .numbers a {
    min-height: 44px;
    padding: var(--gap) var(--space);
    border: 2px solid transparent;
    border-radius: var(--radius);
    background: none;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .head button,
  .help > * {
    padding-block: var(--inset);
  }

  button[aria-disabled="true"] {
    opacity: 0.65;
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--page);
  }

  .primary,
  .launcher {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .badge {
    display: inline-block;
    min-width: 1.5em;
    padding: 0 0.375em;
    border-radius: 1em;
    background: var(--danger);
    color: var(--on-danger);
    text-align: center;
  }

  .choice {
    border-color: var(--accent);
    color: var(--accent);
    background: var(--page);
    font-weight: 600;
    text-align: start;
  }

  .choice.first {
    background: var(--accent);
    color: var(--on-accent);
  }

  .tool {
    padding-inline: 0.5em;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (hover: hover) {
    .primary:hover,
    .launcher:hover {
      filter: brightness(1.15);
    }

    .choice:not(.first, [aria-disabled="true"]):hover {
      background: var(--own);
    }

    .tool:hover,
    a:hover {
      text-decoration-thickness: 2px;
    }
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  .launcher {
    position: fixed;
    inset: auto;
    inset-block-end: var(--woningscan-offset, 1em);
    inset-inline-end: var(--woningscan-offset, 1em);
    z-index: var(--woningscan-z-index, 1000);
    margin: 0;
    max-width: calc(100vw - 2em);
    padding: 0.75em 1.25em;
    box-shadow: 0 0.25em 1em var(--shadow);
  }

  @media (forced-colors: active) {
    button,
    .alarm {
      border-color: ButtonBorder;
    }

    :focus-visible {
      outline-color: Highlight;
    }

    button[aria-disabled="true"] {
      opacity: 1;
      color: GrayText;
    }
  }
`;
