/**
 * "Snel weg": the screen is covered at once, the session is wiped, and a neutral page takes this one's place. The other
 * tabs of this visit leave along: those of this website by a channel, and on another website those that were opened here.
 */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { neutralPage } from "./contacts.js";
import { lift } from "./layer.js";
import { texts } from "./texts.nl.js";

const PRESSES = 3;
const WITHIN = 5_000;
const EXIT = "woningscan-exit"; // the pages of the server know it by this name: bot/channels/report/static/weg.js

/** Counts presses of Shift alone. Another key in between, as in typing a capital, starts again. */
export class ShiftCounter {
  #count = 0;
  #alone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly counted: (count: number) => void,
    private readonly reached: () => void,
  ) {}

  readonly down = (event: KeyboardEvent): void => {
    this.#alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!this.#alone) this.reset();
  };

  readonly up = (event: KeyboardEvent): void => {
    if (event.key !== "Shift" || !this.#alone) return;
    this.#alone = false;
    this.#count += 1;
    if (this.#count === 1) this.#timer = setTimeout(() => this.reset(), WITHIN);
    this.counted(this.#count);
    if (this.#count < PRESSES) return;
    this.reset();
    this.reached();
  };

  reset(): void {
    clearTimeout(this.#timer);
    if (this.#count === 0) return;
    this.#count = 0;
    this.counted(0);
  }
}

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly open: boolean;
  readonly exitUrl: string;
  /** Where the API is. */
  readonly base: string;
  /** Whether there is something on the screen, or in the tab, to get away from. */
  readonly begun: boolean;
  /** Wipes the conversation here and on the server. */
  abandon(): void;
}

export class QuickExit implements ReactiveController {
  presses = 0;
  #shift: ShiftCounter;
  #others: BroadcastChannel | undefined;
  #opened: Window[] = [];
  /** Who is told to leave while leaving does not begin anew: that would break it off. */
  #left = false;

  constructor(private readonly host: Host) {
    this.#shift = new ShiftCounter((count) => {
      this.presses = count;
      host.requestUpdate();
    }, () => this.run());
    host.addController(this);
  }

  /** Only a web page: a host page's mistake in `exit-url` may not keep the visitor here. */
  get url(): string {
    return /^https?:/.test(this.host.exitUrl) ? this.host.exitUrl : neutralPage;
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#down, true);
    window.addEventListener("keyup", this.#up, true);
    window.addEventListener("message", this.#told);
  }

  hostUpdated(): void {
    if (!this.host.begun || this.#others || !("BroadcastChannel" in window)) return;
    this.#others = new BroadcastChannel(EXIT);
    this.#others.onmessage = () => this.#left || this.#leave();
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#down, true);
    window.removeEventListener("keyup", this.#up, true);
    window.removeEventListener("message", this.#told);
    this.#others?.close();
    this.#others = undefined;
    this.#shift.reset();
  }

  readonly run = (event?: Event): void => {
    event?.preventDefault();
    this.#leave();
    this.#others?.postMessage(EXIT);
    for (const tab of this.#opened) {
      tab.postMessage(EXIT, this.host.base); // its own way out, which takes the other pages of the server along
      tab.location.replace(this.url); // and where it cannot hear that
    }
  };

  /** A page of the server, opened from a chat on another website: in a tab that can be taken away again. */
  readonly follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.target !== "_blank" || link.origin === location.origin || link.origin !== new URL(this.host.base).origin) return;
    const tab = window.open(`${link.href}?chat`, "_blank");
    if (!tab) return;
    event.preventDefault();
    this.#opened.push(tab);
  };

  #leave(): void {
    this.#left = true;
    this.#cover();
    this.host.abandon();
    this.host.dispatchEvent(new CustomEvent("woningscan-exit", { bubbles: true, composed: true }));
    leave(this.url);
  }

  /** By a page of the server that was opened from here. */
  readonly #told = ({ origin, data }: MessageEvent): void => {
    if (data === EXIT && !this.#left && this.host.begun && origin === new URL(this.host.base).origin) this.run();
  };

  readonly #down = (event: KeyboardEvent): void => {
    if (this.host.open) this.#shift.down(event);
  };

  readonly #up = (event: KeyboardEvent): void => {
    if (this.host.open) this.#shift.up(event);
  };

  /** In the top layer, so that nothing of the page lies over it; without waiting for a render. */
  #cover(): void {
    const root = this.host.shadowRoot;
    const curtain = root?.querySelector<HTMLElement>(".curtain");
    curtain?.classList.add("drawn");
    root?.querySelector("dialog")?.close(); // in an older browser it would lie over the curtain
    if (curtain) lift(curtain);
    document.title = texts.leaving;
  }
}

/** This page does not stay in the history, and the other site is not told where the visitor was. */
function leave(url: string): void {
  const meta = document.createElement("meta");
  meta.name = "referrer";
  meta.content = "no-referrer";
  document.head.append(meta);
  location.replace(url);
}
