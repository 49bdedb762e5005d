/** What is read aloud and where the focus is, after each change. Focus moves only when its place has gone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { announce } from "./announcer.js";
import type { Room } from "./room.js";
import { focusNext, showEnd, showLatest } from "./screen.js";
import { askedNow, isAlarm, spoken } from "./chat/transcript.js";
import type { Reply } from "./chat/types.js";

type Host = ReactiveControllerHost & HTMLElement;

export class Attention implements ReactiveController {
  #focused: Element | null = null;
  #moved = false;
  #status = "";

  constructor(
    private readonly host: Host,
    private readonly room: Room,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot;
    if (!root || this.#focused?.isConnected !== false) return;
    this.#moved = true;
    focusNext(root);
  }

  /** The first thing to hear, in a region of its own so that nothing comes before it. */
  greet(text: string): void {
    announce(this.#region("#first-news"), text);
  }

  async tell(replies: readonly Reply[], unasked: boolean): Promise<void> {
    await this.host.updateComplete;
    if (this.host.shadowRoot) this.room.arrived((unasked ? showEnd : showLatest)(this.host.shadowRoot));
    // Where the focus went to a group of answers, its question is read as the name of the group.
    const asked = this.#moved ? askedNow(replies) : undefined;
    this.#moved = false;
    for (const reply of replies) announce(this.#region(isAlarm(reply) ? "#alarm-news" : "#news"), spoken(reply, reply === asked));
  }

  /** The status line, once each time that it changes. Where it is only about the connection it moves nothing. */
  tellStatus(text: string, calm: boolean): void {
    if (text && text !== this.#status) {
      announce(this.#region("#news"), text);
      if (calm) this.room.keepQuestion();
      else if (this.host.shadowRoot) this.room.arrived(showLatest(this.host.shadowRoot));
    }
    this.#status = text;
  }

  #region(selector: string): Element | null {
    return this.host.shadowRoot?.querySelector(selector) ?? null;
  }
}
