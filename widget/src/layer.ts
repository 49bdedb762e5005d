/**
 * The top layer of the browser: nothing of the page covers, clips, moves or fades what stands in it. An older browser has
 * none; there the z-index has to do.
 */

export const hasTopLayer = "popover" in HTMLElement.prototype;

/** Without the focus: a dialog would take it by itself. */
export function lift(element: HTMLElement): void {
  if (!hasTopLayer || !element.isConnected || isLifted(element)) return;
  element.inert = true;
  element.showPopover();
  element.inert = false;
}

export function lower(element: HTMLElement): void {
  if (isLifted(element)) element.hidePopover();
}

export function isLifted(element: HTMLElement): boolean {
  return hasTopLayer && element.matches(":popover-open");
}
