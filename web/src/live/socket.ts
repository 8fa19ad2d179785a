/** The socket of one exercise: connects, comes back by itself, and says in what state it is. */

import type { BrowserMessage, ServerMessage } from "../wire";
import { parse, type Link } from "./feed";

/** How long to wait before the n-th try: doubling from half a second to eight seconds. */
export function backoffMs(tries: number): number {
  return Math.min(8000, 500 * 2 ** Math.min(10, Math.max(0, tries)));
}

/** Close codes with which the server says that trying again is useless. */
export function isFinal(code: number): boolean {
  return code === 1008 || code === 4401 || code === 4403 || code === 4404;
}

export interface SocketEvents {
  message(message: ServerMessage): void;
  link(link: Link, retryMs: number): void;
}

export class LiveSocket {
  readonly #url: string;
  readonly #events: SocketEvents;
  #socket: WebSocket | null = null;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(url: string, events: SocketEvents) {
    this.#url = url;
    this.#events = events;
  }

  open(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#events.link("connecting", 0);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onmessage = (event) => {
      const message = typeof event.data === "string" ? parse(event.data) : null;
      if (!message) return;
      if (message.type === "hello") {
        this.#tries = 0;
        this.#events.message(message);
        this.#events.link("open", 0);
      } else this.#events.message(message);
    };
    socket.onclose = (event) => this.#lost(event.code);
  }

  /** Sends if the line is open; the caller keeps what has no answer and sends it again. */
  send(message: BrowserMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #lost(code: number): void {
    if (this.#closed) return;
    if (isFinal(code)) {
      this.#events.link("refused", 0);
      return;
    }
    const wait = backoffMs(this.#tries);
    this.#tries += 1;
    this.#events.link("waiting", wait);
    this.#timer = setTimeout(() => this.open(), wait);
  }
}

/** The address of an exercise's socket on the host that served the page. */
export function socketUrl(location: Location, exercise: string, token: string): string {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}/ws/${encodeURIComponent(exercise)}?token=${encodeURIComponent(token)}`;
}
