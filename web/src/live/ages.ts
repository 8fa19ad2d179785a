/** Seconds as people read them: clocks, ages, and how stale a piece of information is. */

export type Staleness = "fresh" | "ageing" | "stale" | "unknown";

/** Seconds as `mm:ss`; hours are counted in minutes as radios do. */
export function clock(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "–";
  const whole = Math.max(0, Math.floor(seconds));
  return `${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`;
}

/** A short age for a marker on the plan: `12s`, `4m`, `1h`. */
export function shortAge(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return "?";
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  return `${Math.floor(seconds / 3600)}h`;
}

/** An age in words, for read-aloud and tooltips. */
export function spokenAge(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return "at an unknown time";
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${Math.floor(seconds)} seconds ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
}

/** Information is fresh for a minute and stale after three; those are marks for the eye only. */
export function staleness(seconds: number | null): Staleness {
  if (seconds === null || !Number.isFinite(seconds)) return "unknown";
  if (seconds < 60) return "fresh";
  return seconds < 180 ? "ageing" : "stale";
}

/** How strongly a marker is drawn; never so pale that it cannot be read. */
export function strength(seconds: number | null): number {
  return { fresh: 1, ageing: 0.78, stale: 0.58, unknown: 0.58 }[staleness(seconds)];
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
