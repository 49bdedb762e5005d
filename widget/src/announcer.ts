/**
 * Reads new messages aloud through a live region that is always there. Texts are added, never replaced: a screen reader
 * drops what it still has to say when its node is replaced, and misses what is put in together with the region.
 */

const SETTLE = 200; // a text that appears at once with a focus change is missed
const STAY = 15_000;

export function announce(region: Element | null, ...said: readonly string[]): void {
  if (!region) return;
  setTimeout(() => {
    for (const text of said.filter((one) => one !== "")) {
      const line = document.createElement("p");
      line.textContent = text;
      region.append(line);
      setTimeout(() => line.remove(), STAY);
    }
  }, SETTLE);
}
