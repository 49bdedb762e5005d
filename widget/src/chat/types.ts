/** What the server says and what the transcript holds. The server's side is `woningscan/conversation/reply.py`. */

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface Progress {
  readonly kind: "progress";
  readonly number: number;
  readonly total: number;
  readonly theme: string;
  readonly title: string;
}

export interface TextPart {
  readonly kind: "text";
  readonly text: string;
}

export type Part =
  | TextPart
  | { readonly kind: "list"; readonly items: readonly string[]; readonly ordered: boolean }
  | { readonly kind: "link"; readonly label: string; readonly url: string }
  | { readonly kind: "notice"; readonly tone: "emergency" | "info"; readonly text: string }
  | Progress;

export interface Reply {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly choices: readonly Choice[];
  readonly tools: readonly Choice[];
}

/** What the visitor said: a typed text, or a pressed button (`choice` is its id, `label` what it said). */
export interface Own {
  readonly who: "visitor";
  readonly messageId: string;
  readonly label: string;
  readonly choice?: string;
  /** Not answered yet: it is sent again, under the same id, until it is. */
  readonly pending: boolean;
}

/** A person has the conversation: what to show, and the button that ends it. */
export interface Person {
  readonly notice: string;
  readonly stop: Choice;
}

export interface News {
  readonly seq: number;
  readonly replies: readonly Reply[];
  readonly person: Person | undefined;
}

export interface Said {
  readonly who: "assistant";
  readonly reply: Reply;
}

export type Item = Own | Said;

/** `failed`: can be tried again. `gone`: the server no longer knows the conversation. `erased`: the visitor wiped it. */
export type Phase = "idle" | "busy" | "ready" | "failed" | "gone" | "erased";

export interface Contact {
  readonly label: string;
  readonly value: string;
  readonly url: string;
}
