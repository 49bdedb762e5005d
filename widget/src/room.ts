/**
 * Whether the fixed edges of the panel leave the middle enough room, and what stays in view when the panel gets another
 * size: a phone is turned, a keyboard comes up, the text or the page is enlarged.
 */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Frame, frameOf, questionSeen, scroller, showQuestion } from "./screen.js";

const LEAST = 11; // in sizes of the text: a question with its first answer
const AMPLE = 12.5; // more than the least, so that a scroll bar more or less does not switch to and fro
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

type Host = ReactiveControllerHost & HTMLElement;

export class Room implements ReactiveController {
  #size = "";
  /** The visitor is reading something else than the open question. */
  #reading = false;
  #byHand = false;
  #watched: ShadowRoot | undefined;
  #sizes = new ResizeObserver(() => this.hostUpdated());

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#size !== "") this.#size = "moved"; // in the page: what was scrolled to is lost
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot;
    const frame = root && frameOf(root);
    if (!frame) return;
    if (this.#watched !== root) this.#watch(root);
    if (frame.dialog.clientHeight > 0) this.#fit(root, frame);
  }

  /** New messages are on the screen, or will be once everything has moved up by `moved`. */
  arrived(moved: number): void {
    const root = this.host.shadowRoot;
    if (!root) return;
    this.#byHand = false;
    this.#reading = !questionSeen(root, moved);
  }

  /** Something came between: the open question stays in view for who was at it. */
  keepQuestion(): void {
    const root = this.host.shadowRoot;
    if (root && !this.#reading) showQuestion(root);
  }

  #watch(root: ShadowRoot): void {
    this.#watched = root;
    for (const part of root.querySelectorAll("dialog, .head, .foot, .composer")) this.#sizes.observe(part);
    for (const type of BY_HAND) root.addEventListener(type, () => (this.#byHand = true), { capture: true, passive: true });
    const scrolled = (): void => {
      if (this.#byHand) this.#reading = !questionSeen(root);
    };
    root.addEventListener("scroll", scrolled, { capture: true, passive: true });
  }

  #fit(root: ShadowRoot, frame: Frame): void {
    const { dialog, body, middle } = frame;
    limitNumbers(root, dialog.clientHeight);
    const edges = [...body.children].filter((one): one is HTMLElement => one instanceof HTMLElement && one !== middle);
    const room = body.clientHeight - edges.reduce((sum, one) => sum + one.offsetHeight, 0);
    const size = parseFloat(getComputedStyle(dialog).fontSize);
    const tight = dialog.classList.contains("tight");
    const read = this.#reading ? topMessage(frame) : undefined;
    dialog.classList.toggle("tight", room < (tight ? AMPLE : LEAST) * size);
    const { clientWidth, clientHeight } = scroller(frame);
    const before = this.#size;
    this.#size = `${clientWidth} ${clientHeight} ${size}`;
    if (before === "" && root.querySelector(".messages > .visitor")) return showQuestion(root); // after a reload
    if (before === "" || before === this.#size) return;
    this.#byHand = false;
    if (!this.#reading) showQuestion(root);
    else if (read) scroller(frame).scrollTop += read.message.getBoundingClientRect().top - read.top;
  }
}

/** Opened on a small screen the numbers scroll, so that they push neither the head nor the alarm number off it. */
function limitNumbers(root: ShadowRoot, height: number): void {
  const [head, foot, numbers] = root.querySelectorAll<HTMLElement>(".head, .foot, #numbers");
  if (!head || !foot || !numbers) return;
  const left = height - head.scrollHeight - (foot.offsetHeight - numbers.offsetHeight);
  numbers.style.maxHeight = `${Math.max(0, 0.6 * left)}px`;
}

/** The first message in view, and how far down the screen it is. */
function topMessage(frame: Frame): { message: Element; top: number } | undefined {
  const zero = scroller(frame).getBoundingClientRect().top;
  const message = [...frame.middle.querySelectorAll(".messages > li")].find((one) => one.getBoundingClientRect().bottom > zero);
  return message && { message, top: message.getBoundingClientRect().top };
}
