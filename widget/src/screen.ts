/** Focus and scrolling inside the panel. Focus moves only in answer to something the visitor did. */

/** What scrolls: the middle of the panel, or on a small screen the panel as a whole. */
function scroller(panel: HTMLElement, middle: HTMLElement): HTMLElement {
  return getComputedStyle(middle).overflowY === "visible" ? panel : middle;
}

/** Shows what came last from its beginning, so that a long answer is read from its first line. */
export function showLatest(root: ParentNode): void {
  const panel = root.querySelector<HTMLElement>("dialog");
  const middle = root.querySelector<HTMLElement>(".middle");
  const own = [...root.querySelectorAll<HTMLElement>(".messages > .visitor")].at(-1);
  if (!panel || !middle || !own) return;
  const scrolling = scroller(panel, middle);
  const above = own.getBoundingClientRect().top - scrolling.getBoundingClientRect().top;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const margin = parseFloat(getComputedStyle(scrolling).scrollPaddingTop) || 8;
  scrolling.scrollTo({ top: scrolling.scrollTop + above - margin, behavior: calm ? "auto" : "smooth" });
}

/** What comes by itself comes at the end. */
export function showEnd(root: ParentNode): void {
  const panel = root.querySelector<HTMLElement>("dialog");
  const middle = root.querySelector<HTMLElement>(".middle");
  if (panel && middle) scroller(panel, middle).scrollTo({ top: scroller(panel, middle).scrollHeight });
}

/** After a pressed answer: to the next answers, or else to the newest message. Never to the input: that opens a keyboard. */
export function focusNext(root: ParentNode): void {
  const group = root.querySelector<HTMLElement>(".choices");
  const message = [...root.querySelectorAll<HTMLElement>(".messages > .assistant[tabindex]")].at(-1);
  (group ?? message)?.focus({ preventScroll: true });
}
