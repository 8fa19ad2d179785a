/** What was known and what was true at a moment, as `warmzone/review/frames.py` tells it in rows. */

export interface TeamName {
  callsign: string;
  discipline: "police" | "medical";
}

/** team, area, observed_s, able, task, target, untasked, asked_s */
export type TeamBeliefRow = [number, number, number, number, number, number, number, number];

/** area, zone, zone_s, seen_s, searched_s, red, yellow, green, grey, claimed, threat, source */
export type AreaBeliefRow = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** threat, threat_area, threat_s, place, since_s, ccp, aep, corridor, posts_held, way, posts */
export type BeliefHead = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number[],
  number[],
];

/** team, area, able, task, target, untasked */
export type TeamTruthRow = [number, number, number, number, number, number];

/** area, red, yellow, green, grey, exposed; then how the grey were when hurt */
export type AreaTruthRow = [number, number, number, number, number, number, ...number[]];

/** hazard, hazard_area, corridor, posts_held */
export type TruthHead = [number, number, number, number];

export interface Frame {
  at_s: number;
  belief?: BeliefHead;
  belief_teams?: TeamBeliefRow[];
  belief_areas?: AreaBeliefRow[];
  truth?: TruthHead;
  truth_teams?: TeamTruthRow[];
  truth_areas?: AreaTruthRow[];
}
