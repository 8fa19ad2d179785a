/** What each decision was worth; the shapes mirror `warmzone/review/worth/shapes.py`. */

import { call } from "../app/api";
import { recallToken } from "../app/store";
import type { Joined } from "../wire";

export interface Cost {
  mean: number | null;
  low: number;
  high: number;
  pairs: number;
}

export interface Alternative {
  text: string;
  deaths: number;
  forbidden: boolean;
  best: boolean;
}

/** The same over worlds that told the seat the same; `cost` null where there are too few. */
export interface Known {
  cost: Cost | null;
  worlds: number;
  effective: number;
}

export interface Worth {
  number: number;
  kind: "order" | "refused" | "missing";
  at_s: number;
  until_s: number;
  text: string;
  sequence: number;
  team: number;
  area: number;
  point: number;
  title: string;
  note: string;
  alternatives: Alternative[];
  better: string;
  cost: Cost | null;
  policy_better: string;
  policy: Cost | null;
  interior: Cost | null;
  priced: boolean;
  part_of: number;
  known: Known | null;
}

/** From one thing said to the next: what its decisions lost, and what luck did. */
export interface Stretch {
  at_s: number;
  until_s: number;
  orders: number;
  said: number;
  waited: number;
  decisions: Cost;
  luck: number;
}

export interface Account {
  commander: string;
  pace_s: number;
  at_start: number;
  at_end: number;
  decisions: Cost;
  luck: number;
  stretches: Stretch[];
}

export interface WorthReview {
  notice: string;
  how: string;
  claim: string;
  decisions: Worth[];
  unpriced: string[];
  accounts: Account[];
  worlds: string[];
}

export interface WorthAnswer {
  state: "working" | "ready" | "failed";
  done: number;
  total: number;
  text: string;
  review: WorthReview | null;
}

const path = (exercise: string, what: string): string =>
  `/api/exercises/${encodeURIComponent(exercise)}/${what}`;

export const fetchWorth = (
  exercise: string,
  signal: AbortSignal,
  again = false,
): Promise<WorthAnswer> =>
  call(
    "GET",
    path(exercise, again ? "worth?again=1" : "worth"),
    undefined,
    signal,
    recallToken(exercise),
  );

const AGAIN_MS = 1500;

/**
 * What is known by now, and again whenever it is asked for, until it is ready or has failed. What
 * has failed is tried once more only where `again`.
 */
export async function* followWorth(
  exercise: string,
  signal: AbortSignal,
  again = false,
): AsyncGenerator<WorthAnswer> {
  for (let first = true; ; first = false) {
    const answer = await fetchWorth(exercise, signal, again && first);
    yield answer;
    if (answer.state !== "working" || signal.aborted) return;
    await new Promise((go) => setTimeout(go, AGAIN_MS));
    if (signal.aborted) return;
  }
}

/** How far the pricing is. */
export const workingText = (answer: WorthAnswer): string =>
  answer.total > 1
    ? `Replaying each moment with other luck: ${answer.done} of ${answer.total}.`
    : "Getting ready to replay each moment with other luck. The first time the kernel is compiled.";

export const forkAt = (exercise: string, at_s: number, sequence: number): Promise<Joined> =>
  call(
    "POST",
    path(exercise, "fork"),
    { at_s, sequence: Math.max(0, sequence) },
    undefined,
    recallToken(exercise),
  );

export const fork = (exercise: string, one: Worth): Promise<Joined> =>
  forkAt(exercise, one.at_s, one.sequence);

/** Lives to two places, lost or saved; no number where the two cannot be told apart. */
export function costText(cost: Cost | null): string {
  if (!cost) return "not priced";
  if (cost.mean === null) return "not distinguishable";
  if (Math.abs(cost.mean) < 0.005) return "no difference";
  const verb = cost.mean > 0 ? "cost" : "saved";
  return `${verb} ${Math.abs(cost.mean).toFixed(2)}`;
}

/** What could have been known, in words. */
export function knownText(known: Known | null): string {
  if (!known) return "";
  return known.cost ? costText(known.cost) : "not enough consistent worlds";
}

/** The interval, in words: of what was cost or saved, or with signs where neither is known. */
export function rangeText(cost: Cost | null): string {
  if (!cost || (cost.low === 0 && cost.high === 0)) return "";
  const verbal = cost.mean !== null && Math.abs(cost.mean) >= 0.005;
  if (verbal && cost.low > 0) return `${cost.low.toFixed(2)} to ${cost.high.toFixed(2)}`;
  if (verbal && cost.high < 0) return `${(-cost.high).toFixed(2)} to ${(-cost.low).toFixed(2)}`;
  return `${signed(cost.low)} to ${signed(cost.high)}`;
}

/** A change with its sign. */
export const signed = (value: number): string =>
  `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value).toFixed(2)}`;

/** What could have been said then, what the rules allow first, the fewest expected deaths first. */
export function ranked(alternatives: readonly Alternative[]): Alternative[] {
  return [...alternatives].sort(
    (a, b) => Number(a.forbidden) - Number(b.forbidden) || a.deaths - b.deaths,
  );
}

/** The stretches in which decisions are known to have cost or saved most, the greatest first. */
export function weighty(account: Account, most: number): Stretch[] {
  return account.stretches
    .filter((one) => one.decisions.mean !== null && Math.abs(one.decisions.mean) >= 0.005)
    .sort((a, b) => Math.abs(b.decisions.mean!) - Math.abs(a.decisions.mean!))
    .slice(0, most);
}
