/** What the widget notices of the page around it: the connection, and elements that ask to open the chat. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

const OPENER = "[data-woningscan-open]";

interface Host extends ReactiveControllerHost {
  show(): void;
  retry(): void;
}

export class Surroundings implements ReactiveController {
  online = navigator.onLine;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("click", this.#clicked);
    window.addEventListener("online", this.#connection);
    window.addEventListener("offline", this.#connection);
  }

  hostDisconnected(): void {
    document.removeEventListener("click", this.#clicked);
    window.removeEventListener("online", this.#connection);
    window.removeEventListener("offline", this.#connection);
  }

  readonly #clicked = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest(OPENER)) this.host.show();
  };

  readonly #connection = (): void => {
    this.online = navigator.onLine;
    if (this.online) this.host.retry();
    this.host.requestUpdate();
  };
}
