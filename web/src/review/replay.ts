/** The replay: frames laid on each other again, and made into what the floor plan draws. */

import { countsOf, type Contents } from "../plan/belief";
import type {
  AreaBeliefRow,
  AreaTruthRow,
  BeliefHead,
  Frame,
  TeamBeliefRow,
  TeamName,
  TeamTruthRow,
  TruthHead,
} from "../frames";
import type { AreaBelief, Corridor, TeamCard, ThreatWord, ZoneWord } from "../wire";

export type Side = "belief" | "truth";

/** Everything believed and true at one moment. */
export interface Moment {
  readonly at_s: number;
  readonly belief: BeliefHead;
  readonly beliefTeams: ReadonlyMap<number, TeamBeliefRow>;
  readonly beliefAreas: ReadonlyMap<number, AreaBeliefRow>;
  readonly truth: TruthHead;
  readonly truthTeams: ReadonlyMap<number, TeamTruthRow>;
  readonly truthAreas: ReadonlyMap<number, AreaTruthRow>;
}

/** What the numbers of a moment's rows stand for. */
export interface Named {
  readonly teams: readonly TeamName[];
  readonly tasks: readonly string[];
  readonly site: { readonly areas: readonly unknown[] };
}

/** What one plan shows at a moment. */
export interface Picture {
  readonly contents: Map<number, Contents>;
  readonly teams: TeamCard[];
  readonly corridor: Corridor;
  readonly exposed: number[];
}

const THREATS: ThreatWord[] = ["none", "ongoing", "contained", "unknown", "over"];
const ZONES: ZoneWord[] = ["undeclared", "hot", "warm", "cold"];
const SOURCES = ["a team", "dispatch", "a caller", "a camera", "Medical"];
const CORRIDORS = ["none", "building", "open", "broken"] as const;
export const HAZARDS = ["none", "active", "silent", "contained", "over", "gone from the site"];

/** Each frame says only what changed: laid on each other they are moments again. */
export function unfold(frames: readonly Frame[]): Moment[] {
  const out: Moment[] = [];
  let last: Moment = {
    at_s: -1,
    belief: [3, -1, -1, 0, -1, -1, -1, 0, 0, [], []],
    beliefTeams: new Map(),
    beliefAreas: new Map(),
    truth: [0, -1, 0, 0],
    truthTeams: new Map(),
    truthAreas: new Map(),
  };
  for (const frame of frames) {
    last = {
      at_s: frame.at_s,
      belief: frame.belief ?? last.belief,
      beliefTeams: laid(last.beliefTeams, frame.belief_teams),
      beliefAreas: laid(last.beliefAreas, frame.belief_areas),
      truth: frame.truth ?? last.truth,
      truthTeams: laid(last.truthTeams, frame.truth_teams),
      truthAreas: laid(last.truthAreas, frame.truth_areas),
    };
    out.push(last);
  }
  return out;
}

function laid<T extends readonly [number, ...number[]]>(
  before: ReadonlyMap<number, T>,
  rows: readonly T[] | undefined,
): ReadonlyMap<number, T> {
  if (!rows || rows.length === 0) return before;
  const after = new Map(before);
  for (const row of rows) after.set(row[0], row);
  return after;
}

/** The last moment at or before a time; the first for a time before all. */
export function momentAt(moments: readonly Moment[], at_s: number): Moment {
  let [low, high] = [0, moments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle] as Moment).at_s <= at_s) low = middle;
    else high = middle - 1;
  }
  return moments[low] as Moment;
}

/** The first moment at or after a time, so that what was said then can be seen. */
export function momentAfter(moments: readonly Moment[], at_s: number): Moment {
  return moments.find((one) => one.at_s >= at_s) ?? (moments.at(-1) as Moment);
}

export function pictureOf(moment: Moment, side: Side, review: Named): Picture {
  return side === "belief" ? believed(moment, review) : actual(moment, review);
}

function believed(moment: Moment, review: Named): Picture {
  const [, , , , , ccp, aep, corridor, posts_held] = moment.belief;
  const teams = [...moment.beliefTeams.values()].map((row) => {
    const [team, area, observed, able, task, target, untasked] = row;
    const age = observed < 0 ? Infinity : moment.at_s - observed;
    return card(review, { team, area, able, task, target, untasked, age });
  });
  const areas = [...moment.beliefAreas.values()].map((row) => beliefOf(row, moment.at_s));
  return {
    contents: gather(areas, teams, ccp, aep),
    teams,
    corridor: corridorOf(moment, corridor, posts_held),
    exposed: [],
  };
}

function actual(moment: Moment, review: Named): Picture {
  const [hazard, hazardArea, corridor, posts_held] = moment.truth;
  const [, , , , , ccp, aep] = moment.belief;
  const teams = [...moment.truthTeams.values()].map(([team, area, able, task, target, untasked]) =>
    card(review, { team, area, able, task, target, untasked, age: 0 }),
  );
  const there = hazard > 0 && hazard < 4 ? hazardArea : -1;
  const areas = review.site.areas.map((_, index) => {
    const [, red, yellow, green, grey] = moment.truthAreas.get(index) ?? [index, 0, 0, 0, 0, 0];
    return seen(index, { red, yellow, green, grey, threat: index === there });
  });
  return {
    contents: gather(areas, teams, ccp, aep),
    teams,
    corridor: corridorOf(moment, corridor, posts_held),
    exposed: [...moment.truthAreas.values()].filter((row) => row[5] === 1).map((row) => row[0]),
  };
}

/** The corridor where it was ordered to be; its state is as told or as true. */
function corridorOf(moment: Moment, state: number, posts_held: number): Corridor {
  const [, , , , , , , , , way, posts] = moment.belief;
  return {
    state: CORRIDORS[state] ?? "none",
    areas: way,
    posts,
    posts_held,
    posts_needed: posts.length,
  };
}

function beliefOf(row: AreaBeliefRow, at_s: number): AreaBelief {
  const [index, zone, zone_s, seen_s, searched_s, red, yellow, green, grey] = row;
  const [, , , , , , , , , claimed, threat, source] = row;
  return {
    index,
    zone: ZONES[zone] ?? "undeclared",
    zone_age_s: zone_s < 0 ? null : at_s - zone_s,
    zone_by: "",
    seen_age_s: seen_s < 0 ? null : at_s - seen_s,
    cleared: searched_s >= 0,
    red,
    yellow,
    green,
    grey,
    claimed,
    threat: threat === 1,
    source: SOURCES[source] ?? "",
  };
}

interface Seen {
  red: number;
  yellow: number;
  green: number;
  grey: number;
  threat: boolean;
}

function seen(index: number, counts: Seen): AreaBelief {
  return {
    index,
    zone: "undeclared",
    zone_age_s: null,
    zone_by: "",
    seen_age_s: 0,
    cleared: false,
    source: "",
    ...counts,
  };
}

interface Standing {
  team: number;
  area: number;
  able: number;
  task: number;
  target: number;
  untasked: number;
  age: number;
}

function card(review: Named, one: Standing): TeamCard {
  const name = review.teams[one.team];
  return {
    index: one.team,
    callsign: name?.callsign ?? "",
    letter: letterOf(one.team),
    discipline: name?.discipline ?? "police",
    size: one.able,
    hurt: 0,
    task: String(one.task),
    task_text: review.tasks[one.task] ?? "",
    phase: "",
    area: one.area,
    target: one.target,
    since_s: 0,
    reported_age_s: one.age,
    unassigned: one.untasked === 1 && name?.discipline === "police",
    order_pending: false,
    dim: {},
    others: {},
  };
}

/** The letter of a team's marker; the same as on the live screen. */
export function letterOf(team: number): string {
  return team < 26 ? String.fromCharCode(65 + team) : "";
}

function gather(
  areas: readonly AreaBelief[],
  teams: readonly TeamCard[],
  ccp: number,
  aep: number,
): Map<number, Contents> {
  const out = new Map<number, Contents>();
  for (const belief of areas) {
    out.set(belief.index, {
      belief,
      teams: teams.filter((team) => team.area === belief.index),
      counts: countsOf(belief),
      flags: [],
    });
  }
  for (const team of teams) {
    if (team.area >= 0 && !out.has(team.area)) {
      const here = teams.filter((one) => one.area === team.area);
      out.set(team.area, { belief: undefined, teams: here, counts: [], flags: [] });
    }
  }
  flag(out, ccp, "CCP");
  flag(out, aep, "AEP");
  return out;
}

function flag(out: Map<number, Contents>, area: number, text: string): void {
  if (area < 0) return;
  const found = out.get(area) ?? { belief: undefined, teams: [], counts: [], flags: [] };
  out.set(area, { ...found, flags: [...found.flags, { name: text, pending: false }] });
}

/** What callers claim of areas that nobody has counted. */
function claims(moment: Moment): number {
  return [...moment.beliefAreas.values()]
    .filter((row) => row[5] + row[6] + row[7] + row[8] === 0)
    .reduce((sum, row) => sum + row[9], 0);
}

export interface Sum {
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly grey: number;
  readonly unsorted: number;
  readonly idle: number;
  readonly threat: string;
  readonly threatArea: number;
  readonly threat_s: number;
}

/** What a side comes to at a moment: casualties at the scene, teams without a task, the threat. */
export function sumOf(moment: Moment, side: Side, review: Named): Sum {
  const rows =
    side === "belief"
      ? [...moment.beliefAreas.values()].map((row) => row.slice(5, 9))
      : [...moment.truthAreas.values()].map((row) => row.slice(1, 5));
  const total = (k: number) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0);
  const police = (team: number) => review.teams[team]?.discipline === "police";
  const idle =
    side === "belief"
      ? [...moment.beliefTeams.values()].filter((row) => row[6] === 1 && police(row[0])).length
      : [...moment.truthTeams.values()].filter((row) => row[5] === 1 && police(row[0])).length;
  const threat =
    side === "belief" ? THREATS[moment.belief[0]] : (HAZARDS[moment.truth[0]] ?? "none");
  return {
    red: total(0),
    yellow: total(1),
    green: total(2),
    grey: total(3),
    unsorted: side === "belief" ? claims(moment) : 0,
    idle,
    threat: threat ?? "unknown",
    threatArea: side === "belief" ? moment.belief[1] : moment.truth[1],
    threat_s: side === "belief" ? moment.belief[2] : moment.at_s,
  };
}
