/** Solo drills: the calls, the record in this browser, and what is said of both. */

import { call } from "../app/api";
import { clock } from "../live/ages";
import { recall, remember } from "../app/store";
import type {
  Actor,
  Attempt,
  ChoiceClock,
  ChoiceWorth,
  DrillMoment,
  DrillRecord,
  DrillWorth,
  Feedback,
  PointProgress,
  Standing,
} from "./shapes";

export const FORMAT = "warmzone-drill-record/1";
export const SESSION_S = 600;
const KEY = "drills";

const at = (drill: string, variant: number): string =>
  `/api/drills/${encodeURIComponent(drill)}/moments/${variant}`;

export const fetchStanding = (record: DrillRecord): Promise<Standing> =>
  call("POST", "/api/drills/standing", record);
export const fetchMoment = (drill: string, variant: number): Promise<DrillMoment> =>
  call("GET", at(drill, variant));
export const fetchWorth = (drill: string, variant: number, again = false): Promise<DrillWorth> =>
  call("GET", `${at(drill, variant)}/worth${again ? "?again=1" : ""}`);
export const answer = (drill: string, choice: string): Promise<Feedback> =>
  call("POST", `/api/drills/${encodeURIComponent(drill)}/answer`, { choice });
export const fetchStatements = (record: DrillRecord, actor: Actor): Promise<unknown[]> =>
  call("POST", "/api/drills/xapi", { record, actor });
export const sendStatements = (
  record: DrillRecord,
  actor: Actor,
  store: { address: string; key: string; secret: string },
): Promise<{ sent: number }> => call("POST", "/api/drills/xapi/send", { record, actor, ...store });

export const empty = (): DrillRecord => ({ format: FORMAT, attempts: [] });

/** The record of this browser; what cannot be read is none. */
export function load(): DrillRecord {
  return parseRecord(recall("local", KEY)) ?? empty();
}

/** Keeps the record; whether this browser really did. */
export function keep(record: DrillRecord): boolean {
  const text = JSON.stringify(record);
  remember("local", KEY, text);
  return recall("local", KEY) === text;
}

/** An exported record, or null for anything else. */
export function parseRecord(text: string): DrillRecord | null {
  try {
    const value = JSON.parse(text) as Partial<DrillRecord> | null;
    if (value?.format !== FORMAT || !Array.isArray(value.attempts)) return null;
    return { format: FORMAT, attempts: value.attempts };
  } catch {
    return null;
  }
}

/** Two records in one: each attempt once, by its id, the oldest first. */
export function merged(one: DrillRecord, other: DrillRecord): DrillRecord {
  const byId = new Map([...one.attempts, ...other.attempts].map((each) => [each.id, each]));
  const attempts = [...byId.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { format: FORMAT, attempts };
}

export function attemptOf(
  moment: DrillMoment,
  feedback: Feedback,
  choice: string,
  tookS: number,
): Attempt {
  return {
    id: newId(),
    drill: moment.drill,
    variant: moment.variant,
    point: moment.point,
    at: new Date().toISOString(),
    choice,
    verdict: feedback.verdict,
    took_s: Math.round(Math.min(tookS, moment.seconds) * 100) / 100,
    limit_s: moment.seconds,
    options: moment.choices.length,
    accepted: feedback.accepted,
  };
}

/** A random id as xAPI wants it; needs no secure context. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Another order of the same things, so that no place on the screen is the right one. */
export function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const luck = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const other = luck % (last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

export function interval(point: PointProgress): string {
  return `${percent(point.low)} to ${percent(point.high)}`;
}

/** When a point is due again, in words. */
export function dueWords(point: PointProgress, now: number = Date.now()): string {
  if (point.due === null) return "not tried yet";
  const days = Math.ceil((Date.parse(point.due) - now) / 86_400_000);
  if (days <= 0) return "due now";
  return days === 1 ? "due tomorrow" : `due in ${days} days`;
}

/** When a clock is reached after a choice, with its interval, counted from the moment. */
export function clockWords(one: ChoiceClock): string {
  if (one.reached === 0) return `${one.label}: never reached`;
  const range = `${clock(one.low_s)} to ${clock(one.high_s)}`;
  const often = one.reached < 0.995 ? `, reached in ${percent(one.reached)}` : "";
  return `${one.label}: ${clock(one.mean_s)} from now (${range})${often}`;
}

/** What a choice is worth, in a few words. */
export function worthWords(worth: ChoiceWorth): string {
  if (worth.deaths === null) return "cannot be played, only judged";
  if (worth.best) return "the best of these when played on";
  if (worth.mean === null) return "not distinguishable from the best";
  if (Math.abs(worth.mean) < 0.005) return "the same number of deaths as the best";
  const more = worth.mean > 0 ? "more" : "fewer";
  const ends = [worth.low, worth.high].map((end) => Math.abs(end)).sort((a, b) => a - b);
  return `${Math.abs(worth.mean).toFixed(2)} deaths ${more} than the best (${ends.map((end) => end.toFixed(2)).join(" to ")})`;
}
