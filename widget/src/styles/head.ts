/** The top of the panel: title, "Snel weg", menu, progress. */

import { css } from "lit";

export const head = css`
  .exit-link {
    position: absolute;
    inset-block-start: -10rem;
    inset-inline-start: 0.5rem;
    z-index: 2;
    padding: 0.75rem 1rem;
    background: var(--page);
  }

  .exit-link:focus {
    inset-block-start: 0.5rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem var(--gap);
    padding: var(--gap) var(--gap) var(--gap) var(--space);
    background: var(--header);
    color: #fff;
    --accent: #fff;
    --page: transparent;
  }

  h2 {
    flex: 1 1 auto;
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.3;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .bar .close {
    display: grid;
    place-content: center;
    min-width: min(2.75rem, 44px);
    padding: 0;
  }

  .bar button {
    padding-inline: calc(var(--inset) + min(0.125rem, 2px));
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
    padding: 0.25rem var(--space) var(--space);
    background: var(--header);
    color: #fff;
    --accent: #fff;
    --page: transparent;
  }

  .menu p {
    margin: 0 0 0.5rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .menu .choice:hover {
    text-decoration: underline;
    background: none;
  }

  .person {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: var(--gap) var(--space);
    border-block-end: 1px solid var(--line);
    background: var(--own);
  }

  .person p {
    flex: 1 1 12rem;
    margin: 0;
    font-weight: 700;
  }

  .progress {
    padding: var(--gap) var(--space) 0.625rem;
    border-block-end: 1px solid var(--soft);
    font-size: 0.875rem;
    color: var(--muted);
  }

  .progress p {
    margin: 0 0 0.25rem;
  }

  progress {
    display: block;
    width: 100%;
    height: 0.5rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
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
