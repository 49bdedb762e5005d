/** The top of the panel: title, "Snel weg", menu, progress. */

import { css } from "lit";

export const head = css`
  .exit-link {
    position: absolute;
    inset-block-start: -10em;
    inset-inline-start: 0.5em;
    z-index: 2;
    padding: 0.75em 1em;
    background: var(--page);
  }

  .exit-link:focus {
    inset-block-start: 0.5em;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em var(--gap);
    padding: var(--gap) var(--gap) var(--gap) var(--space);
    background: var(--header);
    color: #fff;
    --accent: #fff;
    --page: transparent;
  }

  h2 {
    flex: 1 1 auto;
    margin: 0;
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.3;
  }

  h2 small {
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
  }

  @media (max-width: 12em) {
    h2 small {
      display: none; /* the first message says it too */
    }
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }

  .bar .close {
    display: grid;
    place-content: center;
    min-width: 44px;
    padding: 0;
  }

  .bar button {
    padding-inline: calc(var(--inset) + min(0.125em, 2px));
    color: #fff;
  }

  .bar .exit {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-color: #fff;
    background: var(--header);
    font-weight: 700;
  }

  .bar .plain {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .menu {
    padding: 0.25em var(--space) var(--space);
    background: var(--header);
    color: #fff;
    --accent: #fff;
    --page: transparent;
  }

  .menu p {
    margin: 0 0 0.5em;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .menu .choice:hover {
    text-decoration: underline;
    background: none;
  }

  .person {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    padding: var(--gap) var(--space);
    border-block-end: 1px solid var(--line);
    background: var(--own);
  }

  .person p {
    flex: 1 1 12em;
    margin: 0;
    font-weight: 700;
  }

  .progress {
    padding: var(--gap) var(--space) 0.625em;
    border-block-end: 1px solid var(--soft);
    font-size: 0.875em;
    color: var(--muted);
  }

  .progress p {
    margin: 0 0 0.25em;
  }

  progress {
    display: block;
    width: 100%;
    height: 0.5em;
    border: 1px solid var(--line);
    border-radius: 1em;
    appearance: none;
    background: var(--page);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--page);
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }

  @media (forced-colors: active) {
    .head,
    .menu,
    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
