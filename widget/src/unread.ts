/** What came while nobody looked: a number on the launcher and in the title of the page, until the chat is looked at. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

interface Host extends ReactiveControllerHost {
  readonly open: boolean;
}

export class Unread implements ReactiveController {
  count = 0;
  #title = "";
  #marked = "";

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#look);
    this.#clear();
  }

  hostUpdated(): void {
    this.#look();
  }

  arrived(number: number): void {
    if (this.#seen || number === 0) return;
    this.count += number;
    if (document.title !== this.#marked) this.#title = document.title;
    document.title = this.#marked = `(${this.count}) ${this.#title}`;
    this.host.requestUpdate();
  }

  get #seen(): boolean {
    return this.host.open && !document.hidden;
  }

  readonly #look = (): void => {
    if (this.#seen) this.#clear();
  };

  /** A title that the page changed meanwhile is left as it is. */
  #clear(): void {
    if (this.count === 0) return;
    if (document.title === this.#marked) document.title = this.#title;
    this.count = 0;
    this.#marked = "";
    this.host.requestUpdate();
  }
}
