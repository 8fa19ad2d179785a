/** What a key means on the live screen, apart from where the focus is. */

import type { TeamCard, VerbView } from "../wire";
import type { Slot } from "./order";

export type KeyAction =
  | { kind: "team"; team: number }
  | { kind: "verb"; verb: VerbView }
  | { kind: "place"; text: string }
  | { kind: "value"; value: string }
  | { kind: "other"; team: number }
  | { kind: "and" }
  | { kind: "seek" }
  | { kind: "why" }
  | { kind: "say" }
  | { kind: "clear" }
  | { kind: "pause" }
  | { kind: "zoom"; factor: number }
  | { kind: "pan"; x: number; y: number }
  | { kind: "level"; step: number }
  | { kind: "help" }
  | { kind: "nobody"; letter: string }
  | { kind: "none" };

export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
}

export interface KeyContext {
  readonly teams: readonly TeamCard[];
  readonly verbs: readonly VerbView[];
  readonly missing: readonly Slot[];
  readonly values: readonly string[];
  /** Teams that a letter names as the second one, while one is asked for. */
  readonly others: readonly TeamCard[];
}

const NONE: KeyAction = { kind: "none" };
const PAN: Record<string, [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The meaning of a key; letters choose a team until only the place is missing, then they name it. */
export function meaning(pressed: Pressed, context: KeyContext): KeyAction {
  const { key } = pressed;
  if (key === "Enter") return { kind: "say" };
  if (key === "Escape") return { kind: "clear" };
  if (key === " ") return { kind: "pause" };
  if (key === "/") return { kind: "place", text: "" };
  if (key === "?") return { kind: "help" };
  if (key === ",") return { kind: "and" };
  if (key === ".") return { kind: "seek" };
  if (key === ";") return { kind: "why" };
  if (key === "+" || key === "=") return { kind: "zoom", factor: 1.3 };
  if (key === "-") return { kind: "zoom", factor: 1 / 1.3 };
  if (key === "PageUp") return { kind: "level", step: 1 };
  if (key === "PageDown") return { kind: "level", step: -1 };
  const pan = PAN[key];
  if (pan) return { kind: "pan", x: pan[0], y: pan[1] };
  const verb = context.verbs.find((one) => isKeyOf(one.key, pressed));
  if (verb) return { kind: "verb", verb };
  if (!/^\p{L}$/u.test(key)) return NONE;
  return letter(key, context);
}

function letter(key: string, context: KeyContext): KeyAction {
  const next = context.missing[0];
  if (next === "value") {
    const value = context.values.find((one) => one.toLowerCase().startsWith(key.toLowerCase()));
    if (value) return { kind: "value", value };
  }
  const second = context.others.find((one) => one.letter.toLowerCase() === key.toLowerCase());
  if (second) return { kind: "other", team: second.index };
  if (next === "area") return { kind: "place", text: key };
  const team = context.teams.find((one) => one.letter.toLowerCase() === key.toLowerCase());
  return team ? { kind: "team", team: team.index } : { kind: "nobody", letter: key.toUpperCase() };
}

/** A verb's key is a single character, or `shift+` and a digit (read by its place on the keyboard). */
export function isKeyOf(key: string, pressed: Pressed): boolean {
  if (key === "") return false;
  const lower = key.toLowerCase();
  if (lower.startsWith("shift+")) {
    return pressed.shift && pressed.code === codeOf(lower.slice("shift+".length));
  }
  if (/^\d$/.test(lower))
    return !pressed.shift && (pressed.key === lower || pressed.code === codeOf(lower));
  return pressed.key.toLowerCase() === lower;
}

/** The key as it is printed on a button. */
export function keyCap(key: string): string {
  return key.toLowerCase().startsWith("shift+")
    ? `⇧${key.slice(6).toUpperCase()}`
    : key.toUpperCase();
}

function codeOf(key: string): string {
  return /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
}
