/** The transcript. */

import { css } from "lit";

export const messages = css`
  .messages {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .messages > li {
    max-width: 34em;
    padding: min(0.75em, 12px) var(--space);
    border-radius: var(--radius);
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .assistant {
    align-self: stretch;
    background: var(--soft);
    border-inline-start: 4px solid var(--accent);
  }

  .staff {
    border: 2px solid var(--accent);
    background: none;
  }

  .messages .by {
    margin: 0;
    font-size: 0.875em;
    font-weight: 700;
    color: var(--accent);
  }

  .exit-hint {
    margin: var(--space) 0 0;
    font-size: 0.875em;
    color: var(--muted);
  }

  .messages > .visitor {
    align-self: flex-end;
    margin-inline-start: min(2.5em, 40px);
    background: var(--own);
    font-weight: 600;
  }

  .messages p {
    white-space: pre-line;
  }

  .messages p,
  .messages ul,
  .messages ol {
    margin: 0 0 0.625em;
  }

  .messages li > :last-child {
    margin-block-end: 0;
  }

  .messages ul,
  .messages ol {
    padding-inline-start: 1.375em;
  }

  .messages li li + li {
    margin-block-start: 0.375em;
  }

  .messages .notice {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--accent);
  }

  .messages .notice.emergency {
    padding: 0.5em 0.75em;
    border-color: var(--danger);
    border-radius: 0 var(--radius) var(--radius) 0;
    background: var(--danger-soft);
    color: var(--text);
    font-weight: 700;
  }

  /* To be hit by a hand that shakes. */
  .notice.emergency a {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 44px;
    padding-inline: var(--space);
    border-radius: var(--radius);
    background: var(--danger);
    color: var(--on-danger);
  }

  .messages > .alarming {
    border: 2px solid var(--danger);
    background: none;
  }

  .alarming :is(p, li) > a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    font-weight: 700;
  }

  .alarming .notice a {
    min-width: min(100%, 6em);
    min-height: 64px;
    justify-content: center;
    font-size: 1.25em;
  }

  .call {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.35em;
    align-items: center;
    border-color: var(--accent);
    font-weight: 600;
  }

  .aside,
  .pending {
    font-size: 0.875em;
    font-weight: 400;
  }

  @media (forced-colors: active) {
    .messages > li {
      border: 1px solid CanvasText;
    }

    .messages > .visitor {
      border-style: dashed;
    }
  }
`;
