/** The panel's frame. On a screen that is too low for fixed edges the whole panel scrolls as one page. */

import { css } from "lit";

export const panel = css`
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: var(--woningscan-offset, 1rem);
    inset-inline-end: var(--woningscan-offset, 1rem);
    z-index: var(--woningscan-z-index, 1000);
    width: min(28rem, 100vw - 2rem);
    height: min(46rem, 100dvh - 2rem);
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--page);
    color: var(--text);
    box-shadow: 0 0.5rem 2.5rem var(--shadow);
    overflow: hidden;
    overscroll-behavior: contain;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog:modal {
    inset: 0;
    width: 100vw;
    height: 100dvh;
    border: 0;
    border-radius: 0;
  }

  .middle {
    flex: 1 1 auto;
    min-height: 0;
    padding: var(--space);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding: 0.5rem;
  }

  .middle:focus-visible {
    outline-offset: -3px;
  }

  .curtain:not(.drawn) {
    display: none;
  }

  .curtain {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 2rem;
    border: 0;
    background: #fff;
    color: #1b222c;
  }

  @media (max-height: 24rem) {
    dialog[open] {
      display: block;
      overflow-y: auto;
      scroll-padding-block: 3.75rem 0.5rem;
    }

    .head {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      gap: 0 0.25rem;
      padding: 0.25rem 0.25rem 0.25rem 0.5rem;
    }

    .head h2 {
      font-size: 0.9375rem;
    }

    .bar {
      gap: 0;
    }

    .middle {
      overflow-y: visible;
    }
  }
`;
