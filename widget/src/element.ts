/** `<woningscan-chat>`: puts the conversation on the screen and the visitor's actions into the conversation. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Api } from "./chat/api.js";
import { Attention } from "./attention.js";
import { neutralPage } from "./contacts.js";
import { Conversation, type Listener } from "./chat/conversation.js";
import { QuickExit } from "./exit.js";
import { Panel } from "./panel.js";
import { Room } from "./room.js";
import { styles } from "./styles/index.js";
import { Surroundings } from "./surroundings.js";
import { texts } from "./texts.nl.js";
import { Unread } from "./unread.js";
import type { Choice, Reply } from "./chat/types.js";
import { THREAT } from "./views/answers.js";
import { type PanelActions, panelView } from "./views/panel.js";
import { type Status, statusOf, statusText } from "./views/status.js";
import { WaitingClock } from "./chat/waiting.js";

export class WoningscanChat extends LitElement implements Listener, PanelActions {
  static override properties = {
    server: { type: String },
    exitUrl: { type: String, attribute: "exit-url" },
    open: { type: Boolean, reflect: true },
    menu: { state: true },
    numbers: { state: true },
  };
  static override styles = styles;

  declare server: string;
  declare exitUrl: string;
  declare open: boolean;
  declare menu: boolean;
  declare numbers: boolean;

  /** One chat a page: a second element would share the conversation in the tab's storage and lie over the first. */
  static #shown: WoningscanChat | undefined;

  #made: Conversation | undefined;
  #waiting = new WaitingClock(() => this.requestUpdate());
  #exit = new QuickExit(this);
  #around = new Surroundings(this);
  #unread = new Unread(this);
  #attention: Attention;

  constructor() {
    super();
    this.server = "";
    this.exitUrl = neutralPage;
    this.open = this.menu = this.numbers = false;
    new Panel(this);
    this.#attention = new Attention(this, new Room(this));
  }

  /** Made when first needed: by then the attributes have been read. */
  get #talk(): Conversation {
    this.#made ??= new Conversation(this.base, new Api(this.base), this);
    return this.#made;
  }

  get base(): string {
    return new URL(this.server || "/", location.href).href.replace(/\/$/, "");
  }

  get begun(): boolean {
    return this.open || this.#talk.items.length > 0;
  }

  get #status(): Status {
    return statusOf(this.#talk, this.#waiting.waited, this.#around);
  }

  override connectedCallback(): void {
    if (!WoningscanChat.#shown?.isConnected) WoningscanChat.#shown = this;
    super.connectedCallback();
    if (WoningscanChat.#shown !== this) return;
    this.requestUpdate(); // moved in the page: what was taken down when it left is put up again
    if (this.#talk.wasOpen) this.open = true;
  }

  /** Opens the chat and puts the focus at its start; for the visitor's own action only. */
  readonly show = async (): Promise<void> => {
    if (WoningscanChat.#shown !== this) return;
    this.open = true;
    await this.updateComplete;
    this.#find("#title")?.focus({ preventScroll: true });
  };

  /** The page's own button that says so begins the scan at once, in a conversation where nothing was said yet. */
  readonly begin = async (): Promise<void> => {
    await this.show();
    if (this.open && !this.#talk.items.some((item) => item.who === "visitor")) this.#talk.say(texts.start, "start_scan");
  };

  readonly close = async (): Promise<void> => {
    this.open = false;
    await this.updateComplete;
    this.#find(".launcher")?.focus();
  };

  protected override render(): TemplateResult | typeof nothing {
    if (WoningscanChat.#shown !== this) return nothing;
    const { presses, url: exitUrl } = this.#exit;
    const { menu, numbers } = this;
    const { items, person } = this.#talk;
    const unread = this.#unread.count > 0 ? texts.unread(this.#unread.count) : "";
    const state = { items, person, status: this.#status, presses, exitUrl, menu, numbers, server: this.base };
    return html`<div class="base" lang="nl" dir="ltr">
      <button type="button" popover="manual" class="launcher" part="launcher" aria-haspopup="dialog" ?hidden=${this.open} @click=${this.show}>
        <slot name="launcher">${texts.launcher}</slot>${unread === "" ? nothing : html` <span class="badge" aria-hidden="true">${this.#unread.count}</span> <span class="hidden">${unread}</span>`}
      </button>
      <p class="hidden" role="status">${unread}</p>
      ${panelView(state, this)}
      <div class="curtain" popover="manual">${texts.leaving}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (WoningscanChat.#shown !== this) return;
    if (changed.has("open") && (this.open || changed.get("open"))) this.#openChanged();
    const status = this.#status;
    const told = status.phase === "busy" && status.waiting !== "long" ? "" : statusText(status);
    this.#attention.tellStatus(told, status.phase === "ready");
  }

  changed(): void {
    this.#waiting.track(this.#talk.phase === "busy");
    this.requestUpdate();
  }

  returned(text: string): void {
    const input = this.#find<HTMLTextAreaElement>("textarea");
    if (input) input.value = [text, input.value].filter((one) => one !== "").join("\n");
  }

  readonly heard = (replies: readonly Reply[], unasked = false): void => {
    this.#unread.arrived(replies.length);
    void this.#attention.tell(replies, unasked);
  };
  readonly abandon = (): void => this.#talk.abandon();
  readonly press = (choice: Choice): void => this.#talk.say(choice.label, choice.id);
  readonly threat = (): void => this.#talk.urgent(texts.threat, THREAT);
  readonly retry = (): void => this.#talk.retry();
  readonly anew = (): void => this.#talk.anew();
  readonly leave = (event: Event): void => this.#exit.run(event);
  readonly follow = (event: MouseEvent): void => this.#exit.follow(event);

  readonly toggleMenu = async (): Promise<void> => {
    this.menu = !this.menu;
    await this.updateComplete;
    this.#find("#menu")?.scrollIntoView({ block: "nearest" });
  };

  readonly toggleNumbers = (): boolean => (this.numbers = !this.numbers);

  readonly send = (event: Event): void => {
    event.preventDefault();
    const input = this.#find<HTMLTextAreaElement>("textarea");
    const text = input?.value.trim();
    if (!input || !text || this.#talk.phase === "busy") return;
    input.value = "";
    this.#talk.say(text);
  };

  readonly erase = (): void => {
    this.menu = false;
    this.#talk.erase();
  };

  readonly key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") void this.close();
    if (event.key === "Enter" && !event.shiftKey && event.target === this.#find("textarea")) this.send(event);
  };

  #openChanged(): void {
    if (this.open) this.#attention.greet(this.#talk.person?.notice ?? texts.chatbot);
    this.#talk.shown(this.open);
    const type = this.open ? "woningscan-open" : "woningscan-close";
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
  }

  #find<Kind extends HTMLElement>(selector: string): Kind | null {
    return this.renderRoot.querySelector<Kind>(selector);
  }
}
