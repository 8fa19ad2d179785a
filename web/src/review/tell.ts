/** Small pure things of the page: what is shown of the timeline, and how numbers are written. */

import { clock } from "../live/ages";
import type {
  Compared,
  Comparison,
  CurvePoint,
  Entry,
  EntryKind,
  Line,
  MeasureView,
  Values,
} from "./review";
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

/** In the words of the printed page. */
const NONE_COST: Line = {
  text: "No single decision can be told apart from luck as having cost lives.",
  tone: "outcome",
  at_s: null,
  areas: [],
};

const mean = (one: Worth): number => one.cost?.mean ?? 0;

/** The same with a capital, for what stands alone. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A decision as a line: what it cost or saved and, where it cost, what was better. */
function toldLine(one: Worth, tone: Line["tone"]): Line {
  const better = tone === "stood_out" && one.better ? `; better: ${one.better}` : "";
  return {
    text: `${sentence(one.text)}: ${costText(one.cost)} expected lives (${rangeText(one.cost)})${better}`,
    tone,
    at_s: one.at_s,
    areas: one.area >= 0 ? [one.area] : [],
  };
}

/** The decisions that are known to have saved lives, the greatest first. */
const savers = (worth: WorthReview | null): Worth[] =>
  (worth?.decisions ?? []).filter((one) => mean(one) < 0).sort((a, b) => mean(a) - mean(b));

const SUSTAIN_MOST = 5;

/** What to sustain: decisions that saved lives, then what went as it should. */
export function sustained(lines: readonly Line[], worth: WorthReview | null): Line[] {
  const saved = savers(worth)
    .slice(0, SUSTAIN_MOST)
    .map((one) => toldLine(one, "went_well"));
  return [...saved, ...lines.filter((one) => one.tone === "went_well")];
}

const STEPS_S = [60, 120, 300, 600, 900, 1200, 1800, 3600];

/** Round times below an axis, whole minutes apart, at most `most` of them. */
export function ticks(last_s: number, most: number): number[] {
  const step = STEPS_S.find((one) => last_s / one <= most) ?? STEPS_S.at(-1)!;
  return Array.from({ length: Math.floor((last_s * 0.96) / step) }, (_, i) => (i + 1) * step);
}

/** One curve as stairs; `x` and `y` place a time and a number of people. */
export function stairs(
  curves: readonly CurvePoint[],
  which: 1 | 2,
  x: (at_s: number) => number,
  y: (people: number) => number,
): string {
  return curves
    .map((one, i) =>
      i === 0 ? `M${x(one[0])},${y(one[which])}` : `H${x(one[0])}V${y(one[which])}`,
    )
    .join("");
}

/** The last point at or before a time; nobody waits before the first. */
export function valueAt(curves: readonly CurvePoint[], at_s: number): CurvePoint {
  let found: CurvePoint = [0, 0, 0];
  for (const one of curves) if (one[0] <= at_s) found = one;
  return found;
}

/** The first page: what happened, then the decisions that cost most, what saved most, and the rest. */
export function tenLines(lines: readonly Line[], worth: WorthReview | null): Line[] {
  const of = (...tones: Line["tone"][]) => lines.filter((one) => tones.includes(one.tone));
  const priced = worth?.decisions ?? [];
  const costly = priced.filter((one) => mean(one) > 0 && !one.part_of).slice(0, COSTLY_MOST);
  const saved = savers(worth);
  const mattered = costly.map((one) => toldLine(one, "stood_out"));
  if (priced.length > 0 && costly.length === 0) mattered.push(NONE_COST);
  const first = [...of("happened", "outcome"), ...mattered];
  const well = [...saved.slice(0, 1).map((one) => toldLine(one, "went_well")), ...of("went_well")];
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

/** So many columns: yours, the interior commander's, then those with the most points. */
export function fewest(columns: readonly Column[], room: number): Column[] {
  const points = (one: Column) => one.values["points"] ?? -1;
  const first = ["you", "interior"];
  const rest = columns.filter((one) => !first.includes(one.key));
  const best = [...rest].sort((a, b) => points(b) - points(a));
  const chosen = [...columns.filter((one) => first.includes(one.key)), ...best].slice(0, room);
  return columns.filter((one) => chosen.includes(one));
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
