/** The order being made: who, what, where, in any order, until it is said. */

import type { AreaView, GiveOrder, ReadyOrder, TeamCard, VerbView } from "../wire";

/** What has been chosen so far; -1 and "" mean not yet. Zones may name several areas. */
export interface Draft {
  readonly team: number;
  readonly verb: string;
  readonly areas: readonly number[];
  readonly value: string;
}

export type Slot = "team" | "verb" | "area" | "value";

/** What the draft is judged against. */
export interface Known {
  readonly teams: readonly TeamCard[];
  readonly verbs: readonly VerbView[];
  readonly areas: readonly AreaView[];
}

/** Whether the draft can be said; `missing` is asked for in this order, `problem` says what is wrong. */
export interface Verdict {
  readonly missing: readonly Slot[];
  readonly problem: string;
  readonly ready: boolean;
}

export const EMPTY: Draft = { team: -1, verb: "", areas: [], value: "" };

const MANY_AREAS = new Set(["declare_zone"]);

export function takesMany(verb: string): boolean {
  return MANY_AREAS.has(verb);
}

export function isEmpty(draft: Draft): boolean {
  return draft.team < 0 && draft.verb === "" && draft.areas.length === 0;
}

/** Choose a team; choosing it again lets it go. */
export function pickTeam(draft: Draft, team: number): Draft {
  return { ...draft, team: draft.team === team ? -1 : team };
}

/** Choose a verb; its value starts empty unless there is only one. Choosing it again lets it go. */
export function pickVerb(draft: Draft, verb: VerbView): Draft {
  if (draft.verb === verb.name) return { ...draft, verb: "", value: "" };
  const value = verb.values.length === 1 ? (verb.values[0] ?? "") : "";
  const areas = takesMany(verb.name) ? draft.areas : draft.areas.slice(-1);
  return { ...draft, verb: verb.name, value, areas };
}

export function pickValue(draft: Draft, value: string): Draft {
  return { ...draft, value: draft.value === value ? "" : value };
}

/** Choose an area; where the verb takes several, choosing adds and choosing again removes. */
export function pickArea(draft: Draft, area: number): Draft {
  if (draft.areas.includes(area)) {
    return { ...draft, areas: draft.areas.filter((other) => other !== area) };
  }
  return { ...draft, areas: takesMany(draft.verb) ? [...draft.areas, area] : [area] };
}

/** Add several areas at once, as a lasso does. */
export function addAreas(draft: Draft, areas: readonly number[]): Draft {
  const all = [...draft.areas, ...areas.filter((area) => !draft.areas.includes(area))];
  return { ...draft, areas: takesMany(draft.verb) ? all : all.slice(-1) };
}

/** A ready-made order as a draft, so that it can be shown and mended. */
export function fromReady(order: ReadyOrder): Draft {
  return {
    team: order.team,
    verb: order.verb,
    areas: order.area >= 0 ? [order.area] : [],
    value: order.value,
  };
}

/** Whether the verb is for a team of this discipline at all. */
export function fitsDiscipline(verb: VerbView, team: TeamCard | undefined): boolean {
  if (!team || verb.needs_team === "no" || verb.needs_team === "any") return true;
  return verb.needs_team === (team.discipline === "police" ? "police" : "rtf");
}

/** Why this verb makes no sense for this team, or "" where it does. */
export function dimReason(verb: VerbView, team: TeamCard | undefined): string {
  if (!team || verb.needs_team === "no") return "";
  if (!fitsDiscipline(verb, team)) {
    return verb.needs_team === "police" ? "for police teams" : "for rescue task forces";
  }
  return team.dim[verb.name] ?? "";
}

/** Why this area cannot be meant by this verb, or "". */
export function areaReason(verb: VerbView | undefined, area: AreaView | undefined): string {
  if (!verb || !area) return "";
  if (verb.needs_area === "vehicle" && !area.vehicle) return "no vehicle can reach it";
  return "";
}

export function judge(draft: Draft, known: Known): Verdict {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  const team = known.teams.find((one) => one.index === draft.team);
  const missing: Slot[] = [];
  if ((!verb || verb.needs_team !== "no") && !team) missing.push("team");
  if (!verb) missing.push("verb");
  if (verb && verb.values.length > 0 && (draft.value || verb.preset) === "") missing.push("value");
  if ((!verb || verb.needs_area !== "no") && draft.areas.length === 0) missing.push("area");
  const problem = findProblem(draft, known, verb, team);
  return { missing, problem, ready: missing.length === 0 && problem === "" };
}

function findProblem(
  draft: Draft,
  known: Known,
  verb: VerbView | undefined,
  team: TeamCard | undefined,
): string {
  if (!verb) return "";
  const dim = dimReason(verb, team);
  if (dim) return `${team?.callsign ?? "This team"}: ${dim}`;
  for (const index of draft.areas) {
    const area = known.areas[index];
    const reason = areaReason(verb, area);
    if (reason && verb.needs_area !== "no") return `${area?.name ?? "This area"}: ${reason}`;
  }
  return "";
}

/** The messages that say this draft: one, or one for each area of a zone. */
export function toOrders(
  draft: Draft,
  known: Known,
  newId: () => string,
): Omit<GiveOrder, "type">[] {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  if (!verb) return [];
  const team = verb.needs_team === "no" ? -1 : draft.team;
  const areas = verb.needs_area === "no" ? [-1] : draft.areas;
  const value = verb.values.length > 0 ? draft.value : "";
  return areas.map((area) => {
    return { command_id: newId(), verb: verb.name, team, area, value, other: -1 };
  });
}
