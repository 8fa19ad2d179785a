/** A plan put into words and places on a scale. */

import type { Session, Split } from "./shapes";

export const FILE_WORDS: Record<string, string> = {
  "plan.zip": "Everything and all packets (ZIP)",
  "plan.pdf": "The plan (PDF)",
  "plan.ics": "Calendar (.ics)",
  "roster.csv": "Roster with minutes (CSV)",
  "certificates.pdf": "Certificates (PDF)",
  "certificates.csv": "Certificates (CSV)",
  "plan.html": "The plan (web page)",
  "plan.json": "The plan's numbers (JSON)",
};

export function hoursOf(split: Split): string {
  return `medical ${split.medical_h}, movement ${split.movement_h}, command ${split.command_h} hours`;
}

/** Whether the incidents played do not part it from the best. */
export const isNear = (split: Split): boolean =>
  split.behind !== null && split.behind <= (split.behind_half_width ?? 0);

/** A number with its sign, as many places as it needs to be told from nought. */
export function signed(value: number): string {
  const size = Math.abs(value);
  const places = size >= 1 ? 2 : size >= 0.01 ? 3 : 4;
  const text = size.toFixed(places);
  if (Number(text) === 0) return "0";
  return `${value < 0 ? "−" : "+"}${text}`;
}

export interface Scale {
  low: number;
  high: number;
  at(value: number): number;
}

/** From the lowest to the highest end of all intervals, nought among them. */
export function scaleOf(splits: readonly Split[]): Scale {
  const ends = splits.flatMap((one) => [
    one.low,
    one.high,
    one.deaths_per_year - one.half_width,
    one.deaths_per_year + one.half_width,
  ]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const width = high - low || 1;
  return { low, high, at: (value) => Math.min(1, Math.max(0, (value - low) / width)) };
}

/** The sessions by the month they begin in, in the order of time. */
export function byMonth(sessions: readonly Session[]): { name: string; sessions: Session[] }[] {
  const months = new Map<string, Session[]>();
  for (const one of sessions) {
    const name = new Date(one.begins).toLocaleDateString("en", { month: "long", year: "numeric" });
    months.set(name, [...(months.get(name) ?? []), one]);
  }
  return [...months].map(([name, list]) => ({ name, sessions: list }));
}

export function day(iso: string): string {
  const date = new Date(iso);
  const words = { weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  return date.toLocaleString("en-GB", words).replace(",", "");
}

/** What one officer of each shift has had by the end of the year. */
export function minutesBy(sessions: readonly Session[]): { shift: string; words: string }[] {
  const shifts = new Map<string, Map<string, number>>();
  for (const one of sessions) {
    const skills = shifts.get(one.shift) ?? new Map<string, number>();
    skills.set(one.skill, (skills.get(one.skill) ?? 0) + one.minutes);
    shifts.set(one.shift, skills);
  }
  return [...shifts].map(([shift, skills]) => ({
    shift,
    words: [...skills].map(([skill, minutes]) => `${skill} ${minutes} min`).join(", "),
  }));
}
