/** The situation on its two axes: casualties against medical teams, and the threat. */

import type { Clock, Situation, ThreatWord } from "../wire";
import { clock } from "./ages";

export type ThreatLevel = "none" | "unknown" | "ongoing";
export type CareLevel = "within" | "beyond";

export const THREATS: readonly ThreatLevel[] = ["ongoing", "unknown", "none"];
export const CARES: readonly CareLevel[] = ["within", "beyond"];

/** Contained counts as unknown for who may go in: it can start again. */
export function threatLevel(threat: ThreatWord): ThreatLevel {
  if (threat === "none" || threat === "over") return "none";
  return threat === "ongoing" ? "ongoing" : "unknown";
}

/** Casualties are beyond the medical teams at hand when the ratio is above one. */
export function careLevel(situation: Situation): CareLevel {
  if (situation.casualties === 0) return "within";
  const ratio = situation.ratio ?? Number.POSITIVE_INFINITY;
  return ratio > 1 ? "beyond" : "within";
}

/** What the two axes together ask for, in one line. */
export function advice(column: ThreatLevel, row: CareLevel): string {
  if (column === "none") {
    return row === "beyond" ? "Bring medics in now; most urgent first" : "Bring medics in now";
  }
  if (column === "ongoing") {
    return row === "beyond"
      ? "Officers on the threat; others give care and clear a way out"
      : "Officers on the threat first";
  }
  return row === "beyond"
    ? "Keep officers on the threat; declare warm, bring the RTF in"
    : "Declare ground warm where officers hold it";
}

export interface ClockState {
  readonly words: string;
  readonly state: "done" | "late" | "overdue" | "due" | "open";
}

/** A benchmark clock in words: done (late), overdue by how much, due when, or still open. */
export function clockState(one: Clock, nowS: number): ClockState {
  if (one.at_s !== null) {
    const late = one.due_s !== null && one.at_s > one.due_s;
    return {
      words: late ? `${clock(one.at_s)} late` : clock(one.at_s),
      state: late ? "late" : "done",
    };
  }
  if (one.due_s === null) return { words: "not yet", state: "open" };
  if (nowS > one.due_s) return { words: `${clock(nowS - one.due_s)} overdue`, state: "overdue" };
  return { words: `by ${clock(one.due_s)}`, state: "due" };
}

export const THREAT_WORDS: Record<ThreatWord, string> = {
  none: "none",
  ongoing: "ongoing",
  contained: "contained",
  unknown: "unknown",
  over: "over",
};
