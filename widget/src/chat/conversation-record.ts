/** What a conversation consists of, kept for a reload: the token, the transcript, whether it is open. */

import { newMessageId } from "./api.js";
import { forget, keep, recall } from "./memory.js";
import { currentTurn, firstPending } from "./transcript.js";
import type { Item, Own, Reply } from "./types.js";

export class ConversationRecord {
  items: readonly Item[] = [];
  token = "";
  open = false;
  /** The last message of a chat with a person that stands here. */
  seq = 0;
  #sealed = false;

  constructor(private readonly server: string) {
    const kept = recall(server);
    if (kept) ({ items: this.items, token: this.token, open: this.open, seq: this.seq } = kept);
  }

  get pending(): Own | undefined {
    return firstPending(this.items);
  }

  begun(token: string, replies: readonly Reply[]): void {
    this.token = token;
    this.seq = 0;
    this.#put([...replies.map(said), ...this.items]);
  }

  add(label: string, choice?: string): void {
    const own = { who: "visitor", messageId: newMessageId(), label, pending: true } as const;
    this.#put([...this.items, choice === undefined ? own : { ...own, choice }]);
  }

  /** False when the message was wiped while it was on its way. */
  answered(own: Own, replies: readonly Reply[]): boolean {
    const at = this.items.indexOf(own);
    if (at < 0) return false;
    const answered = { ...own, pending: false };
    this.#put([...this.items.slice(0, at), answered, ...replies.map(said), ...this.items.slice(at + 1)]);
    return true;
  }

  /** What the server said last; false when that stands here already. */
  caughtUp(replies: readonly Reply[]): boolean {
    const standing = currentTurn(this.items).slice(-replies.length);
    if (replies.length === 0 || JSON.stringify(replies) === JSON.stringify(standing)) return false;
    this.append(replies);
    return true;
  }

  append(replies: readonly Reply[]): void {
    this.#put([...this.items, ...replies.map(said)]);
  }

  /** Removes what is not sent; gives the typed texts among it. */
  takeBack(): string[] {
    const waiting = this.items.filter((item): item is Own => item.who === "visitor" && item.pending);
    this.#put(this.items.filter((item) => item.who === "assistant" || !item.pending));
    return waiting.filter((own) => own.choice === undefined).map((own) => own.label);
  }

  /** The server no longer knows the conversation; what was said can still be read until the page is left. */
  lost(): void {
    this.token = "";
    forget();
  }

  clear(left: readonly Reply[] = []): void {
    this.items = left.map(said);
    this.lost();
  }

  /** Clears, and keeps nothing of what may still arrive. */
  seal(): void {
    this.#sealed = true;
    this.clear();
  }

  /** Also keeps what waits before there is a token: nothing typed is lost. */
  save(): void {
    if (this.#sealed || (!this.token && !this.pending)) return;
    keep({ server: this.server, token: this.token, open: this.open, items: this.items, seq: this.seq });
  }

  #put(items: readonly Item[]): void {
    this.items = items;
    this.save();
  }
}

function said(reply: Reply): Item {
  return { who: "assistant", reply };
}
