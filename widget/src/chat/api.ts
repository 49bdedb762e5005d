/** The web API of the woningscan assistant. Nothing but the conversation's token identifies the visitor. */

import { asText, fields, readNews, readReplies } from "./parse.js";
import type { News, Own, Reply } from "./types.js";

const PATIENCE = 30_000;

/** The server answered, but not with what was asked. `message` is Dutch and meant for the visitor; it may be empty. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export class Api {
  constructor(private readonly server: string) {}

  async open(): Promise<{ token: string; replies: Reply[] }> {
    const answer = await this.#ask("POST", "conversations");
    return { token: asText(fields(answer)["conversation"]), replies: readReplies(answer) };
  }

  /** The same `messageId` again gives the same replies, so sending twice is safe. */
  async send(token: string, { messageId, choice, label }: Own): Promise<Reply[]> {
    const said = choice === undefined ? { text: label } : { choice };
    return readReplies(await this.#ask("POST", "messages", token, { message_id: messageId, ...said }));
  }

  /** What was said last, and whether a person has the conversation. */
  async last(token: string): Promise<{ replies: Reply[]; live: boolean }> {
    const answer = await this.#ask("GET", "conversation", token);
    return { replies: readReplies(answer), live: fields(answer)["chat"] === true };
  }

  /** What was said in a chat with a person since message `after`. */
  async news(token: string, after: number): Promise<News> {
    return readNews(await this.#ask("GET", `chat?na=${after}`, token));
  }

  /** Erases the conversation. The request outlives the page, because the visitor may be leaving it. */
  async erase(token: string): Promise<void> {
    await this.#ask("DELETE", "conversation", token);
  }

  async #ask(method: string, path: string, token?: string, body?: object): Promise<unknown> {
    const headers: Record<string, string> = {};
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    const response = await fetch(`${this.server}/api/v1/${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      keepalive: method === "DELETE",
      signal: patience(),
    });
    if (response.status === 204) return null;
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new Refused(response.status, asText(fields(answer)["melding"]));
    return answer;
  }
}

/** Ends a request that gets no answer; in a browser from before `AbortSignal.timeout` too. */
function patience(): AbortSignal {
  if ("timeout" in AbortSignal) return AbortSignal.timeout(PATIENCE);
  const abort = new AbortController();
  setTimeout(() => abort.abort(), PATIENCE);
  return abort.signal;
}

/** A random UUID, also where `crypto.randomUUID` is missing (a page without https). */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
