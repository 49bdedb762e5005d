/** The dialog: beside the page on a large screen, over the whole page on a small one. Changes along with the window. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { hasTopLayer, isLifted, lift, lower } from "./layer.js";

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
    this.#adapt(); // an element that is moved in the page leaves the top layer
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
    for (const launcher of root.querySelectorAll<HTMLElement>(".launcher")) lift(launcher);
    if (!this.host.open) return hide(dialog);
    const modal = this.#small.matches;
    if (modal ? dialog.open && isModal(dialog) : isLifted(dialog) || (dialog.open && !isModal(dialog))) return;
    const focused = root.activeElement;
    hide(dialog);
    if (modal) dialog.showModal();
    else if (hasTopLayer) lift(dialog);
    else dialog.setAttribute("open", ""); // show() would take the focus, also after a reload
    // A modal dialog takes the focus. By itself it gives it to the first link, which would then lie over the header.
    const place = focused ?? (modal ? root.querySelector("#title") : null);
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
}

function hide(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  lower(dialog);
}

function isModal(dialog: HTMLDialogElement): boolean {
  try {
    return dialog.matches(":modal");
  } catch {
    return false; // a browser that has dialogs but not this selector
  }
}
