/** What is drawn in each area: beliefs, teams, casualties and flags, gathered by area. */

import type { AreaBelief, TeamCard, View } from "../wire";

export type Triage = "red" | "yellow" | "green" | "grey" | "unsorted" | "unhurt";

export interface Count {
  readonly triage: Triage;
  readonly letter: string;
  readonly count: number;
}

export interface Contents {
  readonly belief: AreaBelief | undefined;
  readonly teams: TeamCard[];
  readonly counts: Count[];
  readonly flags: Flag[];
}

/** A place that was named, or (`warns`) of which something was said that calls for care; `pending`
 * while the words still wait on the air. */
export interface Flag {
  readonly name: string;
  readonly pending: boolean;
  readonly warns?: boolean;
}

const ALARMS = { "second attacker": "2ND?", device: "DEVICE" } as const;

/** What was said of a place that calls for care there. */
export function warningsOf(belief: AreaBelief): Flag[] {
  const names = belief.alarm ? [ALARMS[belief.alarm]] : [];
  return [...names, ...(belief.cars ? ["CARS"] : [])].map((name) => ({
    name,
    pending: false,
    warns: true,
  }));
}

const LETTERS: [Exclude<Triage, "unsorted" | "unhurt">, string][] = [
  ["red", "R"],
  ["yellow", "Y"],
  ["green", "G"],
  ["grey", "✚"],
];

export const TRIAGE_WORDS: Record<Triage, string> = {
  red: "red (immediate)",
  yellow: "yellow (delayed)",
  green: "green (walking)",
  grey: "grey (dead or expectant)",
  unsorted: "hurt, nobody has sorted them",
  unhurt: "not hurt",
};

/** Casualties as they were sorted; a bare claim counts only until somebody has sorted them. */
export function countsOf(belief: AreaBelief | undefined): Count[] {
  if (!belief) return [];
  const sorted: Count[] = LETTERS.map(([triage, letter]) => ({
    triage,
    letter,
    count: belief[triage],
  })).filter((one) => one.count > 0);
  const claimed = belief.claimed ?? 0;
  if (sorted.length > 0 || claimed === 0) return sorted;
  return [{ triage: "unsorted", letter: "?", count: claimed }];
}

/** Everything that is drawn in areas, by area index; areas with nothing have no entry. */
export function contentsOf(view: View): Map<number, Contents> {
  const out = new Map<number, Contents>();
  const at = (index: number): Contents => {
    const found = out.get(index);
    if (found) return found;
    const made: Contents = { belief: undefined, teams: [], counts: [], flags: [] };
    out.set(index, made);
    return made;
  };
  for (const belief of view.areas) {
    const [counts, flags] = [countsOf(belief), warningsOf(belief)];
    out.set(belief.index, { ...at(belief.index), belief, counts, flags });
  }
  for (const team of view.teams) if (team.area >= 0) at(team.area).teams.push(team);
  if (view.ccp >= 0) at(view.ccp).flags.push({ name: "CCP", pending: view.ccp_pending });
  if (view.aep >= 0) at(view.aep).flags.push({ name: "AEP", pending: view.aep_pending });
  return out;
}

/** Teams and casualties on a floor, for the tab of a floor that is not shown. */
export function totals(
  contents: Map<number, Contents>,
  areas: readonly number[],
): { teams: number; hurt: number; threat: boolean } {
  let [teams, hurt, threat] = [0, 0, false];
  for (const index of areas) {
    const one = contents.get(index);
    if (!one) continue;
    teams += one.teams.length;
    hurt += one.counts.reduce((sum, count) => sum + (count.triage === "grey" ? 0 : count.count), 0);
    threat ||= one.belief?.threat ?? false;
  }
  return { teams, hurt, threat };
}
