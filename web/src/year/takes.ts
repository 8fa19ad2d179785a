/** How long a plan will take on this machine, said before it is begun. */

import { agencyOf, type Draft } from "./form";
import type { PlanPace } from "./shapes";

export interface Size {
  points: number;
  repeats: number;
}

/** How many kinds of incident are played: each that comes at all, active threats by building. */
export function kindsOf(draft: Draft): number {
  const rates = agencyOf(draft)["incidents_per_year"] as Record<string, unknown>;
  const comes = (kind: string): boolean => Number(rates[kind] ?? 0) > 0;
  const buildings = Math.max(1, draft.sites.length);
  return Number(comes("single")) + Number(comes("many")) + (comes("active") ? buildings : 0);
}

/** What a size takes, in words; nothing while no incident is typed. */
export function takesWords(draft: Draft, size: Size, pace: PlanPace | null): string {
  if (!pace) return "";
  const incidents = kindsOf(draft) * pace.incidents_each * size.points * size.repeats;
  if (incidents === 0) return "";
  const count = `${incidents.toLocaleString("en")} incidents`;
  return pace.per_s ? `${count}, ${lasts(incidents / pace.per_s)}` : count;
}

/** What to know of the time that is told, or why none is. */
export function paceNote(pace: PlanPace | null): string {
  if (pace?.per_s) {
    return "By how fast this machine was last; a plan gives way to whatever else it has to do.";
  }
  if (!pace || pace.state === "sampling") return "How long that takes here is being looked at …";
  if (pace.state === "compiling") {
    return "The fast kernel is still being prepared; a plan waits for it, and how long it takes is told then.";
  }
  return "How long that takes here cannot be said; where the fast kernel is missing, hours.";
}

function lasts(seconds: number): string {
  if (seconds < 50) return "less than a minute on this machine";
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return "about a minute on this machine";
  if (minutes < 100) return `about ${minutes} minutes on this machine`;
  return `about ${Math.round(minutes / 60)} hours on this machine`;
}
