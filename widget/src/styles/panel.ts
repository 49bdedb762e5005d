/**
 * The panel's frame. Head and foot never leave it: "Snel weg" and the alarm number stay in reach. Between them the middle
 * scrolls, or all of it as one page where the fixed edges leave too little for the middle (`tight`, see `room.ts`).
 */

import { css } from "lit";

export const panel = css`
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: var(--woningscan-offset, 1em);
    inset-inline-end: var(--woningscan-offset, 1em);
    z-index: var(--woningscan-z-index, 1000);
    width: min(28em, 100vw - 2em);
    height: min(46em, 100dvh - 2em);
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--page);
    color: var(--text);
    box-shadow: 0 0.5em 2.5em var(--shadow);
    overflow: hidden;
    overflow: clip; /* nothing that is scrolled into view can move the frame itself */
    overscroll-behavior: contain;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog:popover-open {
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

  .head {
    flex: 0 1 auto;
    min-height: 52px;
    overflow-y: auto;
  }

  .body {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-height: min(3em, 48px);
    overflow: hidden;
    overflow: clip;
  }

  .body > * {
    flex: none;
  }

  /* Positioned, so that the hidden labels in it scroll along with their messages. */
  .body,
  .middle {
    position: relative;
    overscroll-behavior: contain;
    scroll-padding: 0.5em;
  }

  .body > .middle {
    flex: 1 1 0;
    min-height: 0;
    padding: var(--space);
    overflow-y: auto;
  }

  .tight .body {
    display: block;
    overflow: hidden auto;
  }

  .tight .middle {
    overflow: visible;
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
    padding: 2em;
    border: 0;
    background: #fff;
    color: #1b222c;
  }

  @media (max-height: 24rem) {
    .head {
      flex-wrap: wrap-reverse;
      align-content: flex-end; /* the buttons first, should not all of it fit */
      gap: 0 0.25em;
      padding: 0.25em 0.25em 0.25em 0.5em;
    }

    .head h2 {
      flex: 1 1 0;
      min-width: 0;
      overflow: hidden;
      font-size: 0.9375em;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .bar {
      gap: 0;
    }

    .foot {
      padding-block-start: 0.25em;
    }
  }

  @media (max-height: 24rem) and (max-width: 26rem) {
    .foot {
      padding-inline: 0.5em;
    }

    .help {
      gap: 0.25em;
      justify-content: space-between;
    }

    .help > * {
      padding-inline: 0.25em;
    }
  }
`;
