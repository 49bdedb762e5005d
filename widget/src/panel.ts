/** The dialog: beside the page on a large screen, over the whole page on a small one. Changes along with the window. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

const SMALL = "(max-width: 40rem), (max-height: 24rem)";

interface Host extends ReactiveControllerHost, HTMLElement {
  open: boolean;
}

export class Panel implements ReactiveController {
  #small = matchMedia(SMALL);

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#small.addEventListener("change", this.#adapt);
  }

  hostDisconnected(): void {
    this.#small.removeEventListener("change", this.#adapt);
  }

  hostUpdated(): void {
    this.#adapt();
  }

  /** On a small screen the page behind cannot be seen, so it may not be reached by keyboard either: a modal dialog. */
  readonly #adapt = (): void => {
    const root = this.host.shadowRoot;
    const dialog = root?.querySelector("dialog");
    if (!root || !dialog) return;
    if (!this.host.open) {
      if (dialog.open) dialog.close();
      return;
    }
    if (dialog.open && dialog.matches(":modal") === this.#small.matches) return;
    const focused = root.activeElement;
    if (dialog.open) dialog.close();
    if (this.#small.matches) dialog.showModal();
    else dialog.setAttribute("open", ""); // show() would take the focus, also after a reload
    // A modal dialog takes the focus. By itself it gives it to the first link, which would then lie over the header.
    const place = focused ?? (dialog.matches(":modal") ? root.querySelector("#title") : null);
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
}
