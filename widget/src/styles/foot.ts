/** The input, and under it the help that is always in reach. */

import { css } from "lit";

export const foot = css`
  .composer {
    padding: 0.5rem var(--space) 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: 0.875rem;
    color: var(--muted);
  }

  .field {
    display: flex;
    gap: 0.5rem;
    align-items: flex-end;
  }

  textarea {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 2.75rem;
    max-height: 7rem;
    padding: 0.5rem 0.75rem;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--page);
    color: var(--text);
    resize: none;
    field-sizing: content;
  }

  .foot {
    padding: 0.5rem var(--space) max(0.5rem, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
    background: var(--danger-soft);
    font-size: 0.9375rem;
  }

  .help {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
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
    color: var(--danger);
  }
`;
