/** Focus and scrolling inside the panel. Focus moves only in answer to something the visitor did. */

/** The panel's parts, from the outside in. */
export interface Frame {
  readonly dialog: HTMLDialogElement;
  readonly body: HTMLElement;
  readonly middle: HTMLElement;
}

export function frameOf(root: ParentNode): Frame | undefined {
  const dialog = root.querySelector("dialog");
  const body = root.querySelector<HTMLElement>(".body");
  const middle = root.querySelector<HTMLElement>(".middle");
  return dialog && body && middle ? { dialog, body, middle } : undefined;
}

/** What scrolls: the middle of the panel, or where the panel is tight all that is between its head and its foot. */
export function scroller({ dialog, body, middle }: Frame): HTMLElement {
  return dialog.classList.contains("tight") ? body : middle;
}

/**
 * Shows what came last from its beginning, and of a question its answers too: a tip gives way to them, what is longer
 * and a message about danger do not. Returns how far everything will have moved up once the scrolling has ended.
 */
export function showLatest(root: ParentNode): number {
  const frame = frameOf(root);
  const own = [...root.querySelectorAll<HTMLElement>(".messages > .visitor")].at(-1);
  if (!frame || !own) return 0;
  const scrolling = scroller(frame);
  const gap = margin(scrolling);
  const first = own.getBoundingClientRect().top - scrolling.getBoundingClientRect().top - gap;
  const asked = root.querySelector(".choices") && !isAlarming(root, own) ? place(root, scrolling) : undefined;
  const answers = asked ? Math.min(asked.top - gap, asked.bottom + gap - scrolling.clientHeight) : first;
  const above = answers > first && answers - first < scrolling.clientHeight / 2 ? answers : first;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lowest = scrolling.scrollHeight - scrolling.clientHeight;
  const top = Math.max(0, Math.min(scrolling.scrollTop + above, lowest));
  scrolling.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  return top - scrolling.scrollTop;
}

/** Whether what was answered to the visitor's last message is about danger. */
function isAlarming(root: ParentNode, own: HTMLElement): boolean {
  const last = [...root.querySelectorAll(".messages .emergency")].at(-1);
  return !!last && (own.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}

/** What comes by itself comes at the end. */
export function showEnd(root: ParentNode): number {
  const frame = frameOf(root);
  if (frame) scroller(frame).scrollTo({ top: scroller(frame).scrollHeight });
  return 0;
}

/** Where the open question and its answers are, in pixels below the top of what scrolls. */
function place(root: ParentNode, scrolling: HTMLElement): { top: number; bottom: number } | undefined {
  const answers = root.querySelector(".choices");
  const question = [...root.querySelectorAll(answers ? ".question" : ".messages > .assistant")].at(-1);
  if (!question) return undefined;
  const zero = scrolling.getBoundingClientRect().top;
  const top = question.getBoundingClientRect().top - zero;
  return { top, bottom: (answers ?? question).getBoundingClientRect().bottom - zero };
}

/** Whether some of the open question or its answers is in view, once everything has moved up by `moved`. */
export function questionSeen(root: ParentNode, moved = 0): boolean {
  const frame = frameOf(root);
  const asked = frame && place(root, scroller(frame));
  return !!asked && asked.top - moved < scroller(frame).clientHeight && asked.bottom - moved > 0;
}

/** Brings the open question into view with all its answers, or with as many as fit. */
export function showQuestion(root: ParentNode): void {
  const frame = frameOf(root);
  const asked = frame && place(root, scroller(frame));
  if (!asked) return;
  const scrolling = scroller(frame);
  const above = asked.top - margin(scrolling);
  const below = asked.bottom + margin(scrolling) - scrolling.clientHeight;
  const distance = above < 0 ? above : Math.max(0, Math.min(above, below));
  scrolling.scrollTo({ top: scrolling.scrollTop + distance });
}

function margin(scrolling: HTMLElement): number {
  return parseFloat(getComputedStyle(scrolling).scrollPaddingTop) || 8;
}

/** After a pressed answer: to the next answers, or else to the newest message. Never to the input: that opens a keyboard. */
export function focusNext(root: ParentNode): void {
  const group = root.querySelector<HTMLElement>(".choices");
  const message = [...root.querySelectorAll<HTMLElement>(".messages > .assistant[tabindex]")].at(-1);
  (group ?? message)?.focus({ preventScroll: true });
}
