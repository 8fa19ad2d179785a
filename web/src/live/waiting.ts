/** The order in which things that wait on the commander are shown. */

import type { RadioLine, Waiting } from "../wire";

const RANK: Record<Waiting["kind"], number> = {
  threat: 0,
  entry_request: 1,
  uncared: 2,
  cannot: 3,
  unassigned: 4,
  unheard: 5,
  counts: 6,
};

/**
 * Threat first, then requests, casualties without care, refusals, idle officers, orders without an
 * answer and counts that differ; the longest wait first among equals.
 */
export function byUrgency(items: readonly Waiting[]): Waiting[] {
  return [...items].sort((a, b) => RANK[a.kind] - RANK[b.kind] || b.waiting_s - a.waiting_s);
}

/** What still waits because of this radio line, if anything: the newest line of its team and kind. */
export function waitingFor(
  line: RadioLine,
  lines: readonly RadioLine[],
  items: readonly Waiting[],
): Waiting | undefined {
  if (line.team < 0) return undefined;
  const item = items.find((one) => one.team === line.team && one.kind === line.kind);
  if (!item) return undefined;
  const newest = lines.filter((one) => one.team === line.team && one.kind === line.kind).at(-1);
  return newest?.id === line.id ? item : undefined;
}
