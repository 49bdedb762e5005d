/** One conversation with the server: sends what is said, tries again, erases. Knows nothing of the screen. */

import { type Api, Refused } from "./api.js";
import { ConversationRecord } from "./conversation-record.js";
import { type Hearer, Live } from "./live.js";
import { isOnItsWay } from "./transcript.js";
import type { Item, Own, Person, Phase, Reply } from "./types.js";

export interface Listener {
  changed(): void;
  /** `unasked`: not an answer to something the visitor said. */
  heard(replies: readonly Reply[], unasked?: boolean): void;
  /** A typed text that the server will not take comes back to be changed. */
  returned(text: string): void;
}

const ERASED = "privacy.erased";
const WAITING = "handoff.waiting";
const GONE = [401, 404];
const UNUSABLE = [400, 413, 415, 422];

export class Conversation {
  phase: Phase = "idle";
  /** Dutch, from the server; empty when there was no answer at all. */
  problem = "";
  /** Trying again after a failure. */
  retrying = false;
  /** Erasing was asked for and has not happened yet. */
  erasing = false;
  #record: ConversationRecord;
  #live: Live;
  #working = false;

  constructor(
    server: string,
    private readonly api: Api,
    private readonly listener: Listener,
  ) {
    this.#record = new ConversationRecord(server);
    this.#live = new Live(api, this.#record, this.#hearer());
  }

  get items(): readonly Item[] {
    return this.#record.items;
  }

  /** The person who has the conversation now, if one has. */
  get person(): Person | undefined {
    return this.#live.person;
  }

  /** Whether the visitor had it open in this tab before the page was loaded again. */
  get wasOpen(): boolean {
    return this.#record.open;
  }

  shown(open: boolean): void {
    this.#record.open = open;
    this.#record.save();
    if (open && this.phase === "idle") void this.#work();
  }

  /** Sends a text, or a pressed button; in a new conversation when this one is over. */
  say(label: string, choice?: string): void {
    if (["gone", "erased"].includes(this.phase)) this.#forget();
    this.erasing = false;
    this.#record.add(label, choice);
    void this.#work();
  }

  /** Like `say`, but pressing again while it is not answered does not send it twice. */
  urgent(label: string, choice: string): void {
    if (isOnItsWay(this.items, choice)) void this.#work();
    else this.say(label, choice);
  }

  retry(): void {
    if (this.phase !== "failed") return;
    this.retrying = true;
    void this.#work();
  }

  /** A new conversation; the old text goes away. */
  anew(): void {
    this.#forget();
    void this.#work();
  }

  /** Erases the conversation on the server and here; when that fails, `retry` tries it again. */
  erase(): void {
    this.erasing = true;
    void this.#work();
  }

  /** Leaves nothing behind, without waiting for the server. */
  abandon(): void {
    if (this.#record.token) this.api.erase(this.#record.token).catch(() => undefined);
    this.#live.stop();
    this.#record.seal();
    this.listener.changed();
  }

  /** Does what is to be done: begin or take up the conversation, then send what waits, one after the other. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    this.#enter("busy");
    try {
      await (this.erasing ? this.#erase() : this.#talk());
      this.#enter(this.#record.token ? "ready" : "erased");
    } catch (error) {
      this.#failed(error);
    }
    this.#working = false;
    if (this.erasing && this.phase === "ready") void this.#work();
  }

  async #talk(): Promise<void> {
    const record = this.#record;
    if (!record.token) {
      const { token, replies } = await this.api.open();
      record.begun(token, replies);
      this.listener.heard(replies);
    } else if (!record.pending) {
      const { replies, live } = await this.api.last(record.token);
      if (live) this.#live.start();
      else if (record.caughtUp(replies)) this.listener.heard(replies);
    }
    for (let own = record.pending; own && !this.erasing; own = record.pending) await this.#deliver(own);
  }

  async #deliver(own: Own): Promise<void> {
    const replies = await this.api.send(this.#record.token, own);
    if (!this.#record.answered(own, replies)) return;
    if (replies.some((reply) => reply.id === ERASED)) this.#forget(replies);
    // No answer at all: a person has it.
    else if (replies.length === 0 || replies.some((reply) => reply.id === WAITING)) this.#live.start();
    this.listener.changed();
    this.listener.heard(replies);
  }

  async #erase(): Promise<void> {
    await this.api.erase(this.#record.token).catch((error: unknown) => {
      if (!(error instanceof Refused && GONE.includes(error.status))) throw error;
    });
    this.erasing = false;
    this.#forget();
  }

  #forget(left: readonly Reply[] = []): void {
    this.#live.stop();
    this.#record.clear(left);
  }

  #hearer(): Hearer {
    return {
      said: (replies) => {
        this.#record.append(replies);
        this.listener.changed();
        if (replies.length > 0) this.listener.heard(replies, true);
      },
      reached: (yes) => {
        if (this.phase === (yes ? "failed" : "ready")) this.#enter(yes ? "ready" : "failed");
      },
      lost: (status) => {
        if (!this.#working) this.#failed(new Refused(status, ""));
      },
    };
  }

  #failed(error: unknown): void {
    const [status, problem] = error instanceof Refused ? [error.status, error.message] : [0, ""];
    const gone = GONE.includes(status);
    if (gone || UNUSABLE.includes(status)) this.#record.takeBack().forEach((text) => this.listener.returned(text));
    if (gone) this.#record.lost();
    this.#enter(gone ? "gone" : UNUSABLE.includes(status) ? "ready" : "failed", problem);
  }

  #enter(phase: Phase, problem = ""): void {
    this.phase = phase;
    this.problem = problem;
    this.retrying &&= phase === "busy";
    this.listener.changed();
  }
}
