/** While a chat with a person is open: asks the server what was said since. Stops by itself when it is over. */

import { type Api, Refused } from "./api.js";
import type { Person, Reply } from "./types.js";

const PAUSE = 2_000;
const LONGEST = 15_000;
const PATIENCE = 3; // failures in a row before the visitor is told

/** What the feed needs of the conversation. */
export interface Feed {
  readonly token: string;
  seq: number;
}

export interface Hearer {
  said(replies: readonly Reply[]): void;
  /** The connection fails, or works again. */
  reached(yes: boolean): void;
  lost(status: number): void;
}

export class Live {
  person: Person | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly feed: Feed,
    private readonly hearer: Hearer,
  ) {}

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#failures = 0;
    void this.#ask();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running = false;
    this.person = undefined;
  }

  async #ask(): Promise<void> {
    const { token } = this.feed;
    try {
      const news = await this.api.news(token, this.feed.seq);
      if (!this.#running || token !== this.feed.token) return this.stop();
      this.feed.seq = news.seq;
      this.person = news.person;
      if (this.#failures >= PATIENCE) this.hearer.reached(true);
      this.#failures = 0;
      if (!news.person) this.stop();
      this.hearer.said(news.replies);
    } catch (error) {
      if (!this.#running || token !== this.feed.token) return this.stop();
      if (error instanceof Refused && [401, 404].includes(error.status)) {
        this.stop();
        return this.hearer.lost(error.status);
      }
      if (++this.#failures === PATIENCE) this.hearer.reached(false);
    }
    if (this.#running) this.#timer = setTimeout(() => void this.#ask(), Math.min(PAUSE * (1 + this.#failures), LONGEST));
  }
}
