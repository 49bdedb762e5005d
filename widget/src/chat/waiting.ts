/** How long an answer takes, in three steps; a fast answer shows nothing, so that the screen stays calm. */

const SHORT = 500;
const LONG = 8_000;

export class WaitingClock {
  waited: "no" | "short" | "long" = "no";
  #timers: ReturnType<typeof setTimeout>[] = [];
  #running = false;

  constructor(private readonly changed: () => void) {}

  track(busy: boolean): void {
    if (busy === this.#running) return;
    this.#running = busy;
    this.#timers.forEach(clearTimeout);
    this.waited = "no";
    if (busy) this.#timers = [this.#after(SHORT, "short"), this.#after(LONG, "long")];
  }

  #after(delay: number, step: "short" | "long"): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.waited = step;
      this.changed();
    }, delay);
  }
}
