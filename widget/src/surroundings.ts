/** What the widget notices of the page around it: the connection, and elements that ask to open the chat. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

const OPENER = "[data-woningscan-open]";
const BEGINS = "scan"; // the value that begins the scan as well
const SHOWN_FOR = 6_000;

interface Host extends ReactiveControllerHost {
  show(): void;
  begin(): void;
  retry(): void;
}

export class Surroundings implements ReactiveController {
  online = navigator.onLine;
  /** Online again since a moment: told, and then not any more. */
  back = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    const opener = event.target instanceof Element ? event.target.closest(OPENER) : null;
    if (opener) opener.getAttribute(OPENER.slice(1, -1)) === BEGINS ? this.host.begin() : this.host.show();
  };

  readonly #connection = (): void => {
    this.online = navigator.onLine;
    this.back = this.online;
    clearTimeout(this.#timer);
    if (this.online) {
      this.host.retry();
      this.#timer = setTimeout(() => {
        this.back = false;
        this.host.requestUpdate();
      }, SHOWN_FOR);
    }
    this.host.requestUpdate();
  };
}
