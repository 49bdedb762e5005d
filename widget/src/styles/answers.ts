/** Under the transcript: the answers, the commands, the status line with the numbers. */

import { css } from "lit";

export const answers = css`
  .answers {
    margin-block-start: var(--space);
  }

  .choices {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    border-radius: var(--radius);
  }

  .choices.row {
    flex-flow: row wrap;
  }

  .choices.row .choice {
    flex: 1 1 auto;
    text-align: center;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    margin: 0.5em -0.5em 0;
    font-size: 0.9375em;
  }

  .tools .tool {
    min-height: 2.25em;
    padding-block: 0.25em;
  }

  .status {
    margin-block-start: var(--space);
    padding: 0.75em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .status p {
    margin: 0 0 0.5em;
  }

  .status.waiting {
    border-style: dashed;
    color: var(--muted);
  }

  .lead {
    margin: 0 0 0.25em;
    font-weight: 700;
  }

  .numbers {
    display: grid;
    gap: 0.25em;
    margin: 0 0 0.75em;
    padding: 0;
    list-style: none;
  }

  .numbers a {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: center;
    padding-inline: 0.75em;
    background: var(--danger-soft);
    color: var(--danger);
  }

  .numbers span {
    color: var(--text);
  }

  @media (forced-colors: active) {
    .status,
    .numbers a {
      border: 1px solid CanvasText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .status.waiting p:first-child {
      animation: breathe 2s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      from {
        opacity: 1;
      }
      to {
        opacity: 0.8;
      }
    }
  }
`;
