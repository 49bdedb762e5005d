/** The input, and under it the help that is always in reach. */

import { css } from "lit";

export const foot = css`
  .composer {
    padding: var(--gap) var(--space) 0.75em;
    border-block-start: 1px solid var(--line);
  }

  label {
    display: block;
    margin-block-end: 0.25em;
    font-size: 0.875em;
    color: var(--muted);
  }

  .field {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap);
    align-items: flex-end;
  }

  textarea {
    flex: 1 1 8em;
    min-width: 0;
    min-height: 44px;
    max-height: 7em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--page);
    color: var(--text);
    resize: none;
    field-sizing: content;
  }

  .foot {
    flex: none;
    padding: var(--gap) var(--space) max(var(--gap), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
    background: var(--danger-soft);
    font-size: 0.9375em;
  }

  .help {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap);
    align-items: center;
  }

  .all-numbers {
    overflow-y: auto;
  }

  .help > * {
    padding-inline: max(4px, 2 * var(--inset));
  }

  .threat {
    border-color: var(--danger);
    color: var(--danger);
    font-weight: 700;
  }

  .alarm {
    display: inline-flex;
    align-items: center;
    background: var(--danger);
    color: var(--on-danger);
    font-weight: 700;
    text-decoration: none;
  }

  .help .tool {
    padding-inline: max(4px, var(--inset));
    color: var(--danger);
  }

  @media (max-width: 24em) {
    .help > * {
      padding-inline: max(4px, var(--inset));
    }

    .help .tool {
      padding-inline: 4px;
    }
  }
`;
