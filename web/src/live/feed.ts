/** What the browser holds of an exercise, as a pure function of the messages received. */

import type {
  Answer,
  BrowserMessage,
  Fault,
  GiveOrder,
  Hello,
  Preparing,
  Probe,
  ServerMessage,
  View,
} from "../wire";
import type { Draft } from "./order";

export type Link = "connecting" | "open" | "waiting" | "refused";

/** A command that has no answer yet; it is sent again, with the same id, after a reconnect. */
export interface Pending {
  readonly message: BrowserMessage;
  readonly draft: Draft | null;
  /** The order of several messages that this is part of, if it is. */
  readonly batch?: Batch;
}

/** One order that goes out as several: how it sounds, and what was refused of it so far. */
export interface Batch {
  readonly words: string;
  refused: string;
}

/** What the order bar says about the last order. */
export interface Said {
  readonly accepted: boolean | null;
  readonly text: string;
  readonly draft: Draft | null;
}

export interface Feed {
  readonly link: Link;
  readonly preparing: Preparing | null;
  readonly hello: Hello | null;
  readonly view: View | null;
  /** What is asked while the screen is hidden. */
  readonly probe: Probe | null;
  readonly pending: readonly Pending[];
  readonly said: Said | null;
  readonly fault: Fault | null;
}

export const START: Feed = {
  link: "connecting",
  preparing: null,
  hello: null,
  view: null,
  probe: null,
  pending: [],
  said: null,
  fault: null,
};

/** The feed after one message from the server. */
export function receive(feed: Feed, message: ServerMessage): Feed {
  switch (message.type) {
    case "preparing":
      return { ...feed, preparing: message };
    case "hello":
      return { ...feed, preparing: null, hello: message, fault: null };
    case "view":
      return { ...feed, view: message, probe: null };
    case "probe":
      return { ...feed, probe: feed.probe?.now_s === message.now_s ? feed.probe : message };
    case "answer":
      return answered(feed, message);
    case "fault":
      return { ...feed, fault: message };
  }
}

/** The feed after the browser has sent a command. */
export function sent(feed: Feed, pending: Pending): Feed {
  const isOrder = pending.message.type === "order";
  return {
    ...feed,
    pending: [...feed.pending, pending],
    said: isOrder ? { accepted: null, text: "Saying it…", draft: null } : feed.said,
  };
}

export function linked(feed: Feed, link: Link): Feed {
  return { ...feed, link };
}

/** Reads a message; anything that is not one of ours is null. */
export function parse(text: string): ServerMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("type" in value)) return null;
    const known = ["preparing", "hello", "view", "probe", "answer", "fault"];
    return known.includes(String(value.type)) ? (value as ServerMessage) : null;
  } catch {
    return null;
  }
}

/** An id that needs no secure context: 16 random bytes as hex. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function answered(feed: Feed, answer: Answer): Feed {
  const mine = feed.pending.find((one) => one.message.command_id === answer.command_id);
  const pending = feed.pending.filter((one) => one !== mine);
  if (!mine) return feed;
  feed = { ...feed, fault: null };
  if (mine.message.type !== "order") {
    if (answer.accepted) return { ...feed, pending };
    return { ...feed, pending, said: { accepted: false, text: answer.text, draft: null } };
  }
  return { ...feed, pending, said: saidOf(mine.message, mine, answer) };
}

function saidOf(message: GiveOrder, { draft, batch }: Pending, answer: Answer): Said {
  if (!answer.accepted) {
    const text = answer.text || answer.code;
    if (batch) batch.refused = text;
    return { accepted: false, text, draft };
  }
  // Of an order in several parts the refusal is what matters, whichever answer comes last.
  if (batch?.refused) return { accepted: false, text: batch.refused, draft: null };
  const text = batch?.words || answer.sentence || answer.text || message.verb;
  return { accepted: true, text, draft: null };
}
