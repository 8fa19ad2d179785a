/** Small pure things of the page: what is shown of the timeline, and how numbers are written. */

import { clock } from "../live/ages";
import type { Compared, Comparison, Entry, EntryKind, Line, MeasureView, Values } from "./review";
import { costText, rangeText, type Worth, type WorthReview } from "./worth";

export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly kinds: readonly EntryKind[];
}

export const FILTERS: readonly Filter[] = [
  { key: "orders", label: "Orders", kinds: ["order", "answer", "refused"] },
  { key: "zones", label: "Zones", kinds: ["zone"] },
  { key: "requests", label: "Requests", kinds: ["request", "answer"] },
  { key: "reports", label: "Heard", kinds: ["report"] },
  { key: "clocks", label: "Clocks", kinds: ["clock", "exercise"] },
  { key: "hidden", label: "Not told", kinds: ["hidden"] },
];

/** The entries of the chosen filters; none chosen means all. */
export function chosenEntries(entries: readonly Entry[], chosen: ReadonlySet<string>): Entry[] {
  if (chosen.size === 0) return [...entries];
  const kinds = new Set(FILTERS.filter((one) => chosen.has(one.key)).flatMap((one) => one.kinds));
  return entries.filter((entry) => kinds.has(entry.kind));
}

/** The last entry at or before a time, -1 before the first. */
export function lastBefore(entries: readonly Entry[], at_s: number): number {
  let found = -1;
  for (let i = 0; i < entries.length && (entries[i] as Entry).at_s <= at_s; i += 1) found = i;
  return found;
}

/** A measure's value as it is read: a clock for seconds, a whole number for the rest. */
export function written(measure: MeasureView, value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return measure.unit === "s" ? clock(value) : String(Math.round(value));
}

/** Whether a value is the best of its row; nothing is best where all are the same. */
export function isBest(
  measure: MeasureView,
  value: number | null | undefined,
  row: readonly (number | null | undefined)[],
): boolean {
  if (measure.better === "neither" || value === null || value === undefined) return false;
  const there = row.filter((one): one is number => one !== null && one !== undefined);
  const best = measure.better === "lower" ? Math.min(...there) : Math.max(...there);
  return value === best && new Set(row.map((one) => one ?? null)).size > 1;
}

const TEN = 10;
const COSTLY_MOST = 3;

/** The first page: what happened, then the decisions that cost most, what saved most, and the rest. */
export function tenLines(lines: readonly Line[], worth: WorthReview | null): Line[] {
  const of = (...tones: Line["tone"][]) => lines.filter((one) => tones.includes(one.tone));
  const mean = (one: Worth) => one.cost?.mean ?? 0;
  const told = (one: Worth, tone: Line["tone"]): Line => ({
    text: `${one.text}: ${costText(one.cost)} expected lives (${rangeText(one.cost)})${
      tone === "stood_out" && one.better ? `; better: ${one.better}` : ""
    }`,
    tone,
    at_s: one.at_s,
    areas: one.area >= 0 ? [one.area] : [],
  });
  const priced = worth?.decisions ?? [];
  const costly = priced.filter((one) => mean(one) > 0).slice(0, COSTLY_MOST);
  const saved = [...priced].sort((a, b) => mean(a) - mean(b)).filter((one) => mean(one) < 0);
  const first = [...of("happened", "outcome"), ...costly.map((one) => told(one, "stood_out"))];
  const well = [...saved.slice(0, 1).map((one) => told(one, "went_well")), ...of("went_well")];
  const room = Math.max(0, TEN - first.length - Math.min(2, well.length));
  return [...first, ...of("stood_out").slice(0, room), ...well].slice(0, TEN);
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly values: Values;
}

/** Your run first, then each automatic commander. */
export function columnsOf(comparison: Comparison): Column[] {
  const others = comparison.others.map((one: Compared) => ({ key: one.commander, ...one }));
  return [
    { key: "you", label: "You", description: "your run", values: comparison.yours },
    ...others,
  ];
}

/** A time of the exercise, or a dash. */
export function time(seconds: number | null): string {
  return seconds === null ? "–" : clock(seconds);
}

/** When the exercise was played, in the reader's own words; the raw text where it is no date. */
export function played(started_at: string): string {
  const at = new Date(started_at);
  if (Number.isNaN(at.getTime())) return started_at;
  return at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
