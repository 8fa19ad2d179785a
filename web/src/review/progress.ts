/** Progress over several exercises; the shapes mirror `warmzone/review/progress.py`. */

import { callSeated } from "../app/api";
import { clock } from "../live/ages";

export interface Interval {
  mean: number;
  low: number;
  high: number;
  n: number;
  clear: boolean;
}

export interface Point {
  exercise: string;
  started_at: string;
  scenario: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Line {
  name: string;
  label: string;
  unit: string;
  better: string;
  points: Point[];
  mean: Interval | null;
  trend: Interval | null;
}

export interface Series {
  label: string;
  exercises: number;
  lines: Line[];
}

export interface Progress {
  how: string;
  notice: string;
  series: Series[];
  unread: number;
}

export const fetchProgress = (): Promise<Progress> => callSeated("/api/progress");

/** A value as it is read: shares in per cent, seconds as a clock, the rest to two places. */
export function written(line: Line, value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (line.unit === "share") return `${sign}${Math.round(size * 100)} %`;
  if (line.unit === "s") return `${sign}${clock(size)}`;
  const whole = line.unit === "min" || line.unit === "points";
  return `${sign}${size.toFixed(whole ? 0 : 2)} ${line.unit}`;
}

/** What the trend says, in words; nothing is claimed where the interval holds 0. */
export function trendText(line: Line): string {
  if (!line.trend) return "too few exercises for a trend";
  const range = `${written(line, line.trend.low)} to ${written(line, line.trend.high)}`;
  if (!line.trend.clear) return `no trend can be told from chance (${range} each time)`;
  const better = line.better === "lower" ? line.trend.mean < 0 : line.trend.mean > 0;
  return `${better ? "better" : "worse"} by ${written(line, Math.abs(line.trend.mean))} each time (${range})`;
}
