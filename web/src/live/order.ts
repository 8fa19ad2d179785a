/** The order being made: who, what, where, in any order, until it is said. */

import type { AreaView, GiveOrder, ReadyOrder, TeamCard, VerbView } from "../wire";

/** What has been chosen so far; -1, "" and empty lists mean not yet. */
export interface Draft {
  readonly teams: readonly number[];
  readonly verb: string;
  readonly areas: readonly number[];
  readonly value: string;
  /** The second team, where somebody chose one; otherwise the likeliest is meant. */
  readonly other: number;
}

export type Slot = "team" | "verb" | "area" | "value" | "other";

/** What the draft is judged against. */
export interface Known {
  readonly teams: readonly TeamCard[];
  readonly verbs: readonly VerbView[];
  readonly areas: readonly AreaView[];
  /** Codes by verb, or by "verb value", of what nobody can be told now; and their sentences. */
  readonly dim: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Whether the draft can be said; `missing` is asked for in this order, `problem` says what is wrong. */
export interface Verdict {
  readonly missing: readonly Slot[];
  readonly problem: string;
  readonly ready: boolean;
}

export const EMPTY: Draft = { teams: [], verb: "", areas: [], value: "", other: -1 };

const MANY_AREAS = new Set(["declare_zone"]);

export function takesMany(verb: string): boolean {
  return MANY_AREAS.has(verb);
}

export function isEmpty(draft: Draft): boolean {
  return draft.teams.length === 0 && draft.verb === "" && draft.areas.length === 0;
}

/** Choose one team and no other; choosing it again lets it go. */
export function pickTeam(draft: Draft, team: number): Draft {
  const alone = draft.teams.length === 1 && draft.teams[0] === team;
  return { ...draft, teams: alone ? [] : [team], other: -1 };
}

/** One more team for the same order; adding it again lets it go. */
export function addTeam(draft: Draft, team: number): Draft {
  const rest = draft.teams.filter((one) => one !== team);
  const teams = rest.length < draft.teams.length ? rest : [...draft.teams, team];
  return { ...draft, teams, other: draft.other === team ? -1 : draft.other };
}

export function pickOther(draft: Draft, team: number): Draft {
  return { ...draft, other: team };
}

/** Choose a verb; its value starts empty unless there is only one. Choosing it again lets it go. */
export function pickVerb(draft: Draft, verb: VerbView): Draft {
  if (draft.verb === verb.name) return { ...draft, verb: "", value: "", other: -1 };
  const value = verb.values.length === 1 ? (verb.values[0] ?? "") : "";
  const areas = takesMany(verb.name) ? draft.areas : draft.areas.slice(-1);
  return { ...draft, verb: verb.name, value, areas, other: -1 };
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
    teams: order.team >= 0 ? [order.team] : [],
    verb: order.verb,
    areas: order.area >= 0 ? [order.area] : [],
    value: order.value,
    other: order.other,
  };
}

type Needs = VerbView["needs_team"];

function suits(needs: Needs, team: TeamCard): boolean {
  return needs === "any" || needs === (team.discipline === "police" ? "police" : "rtf");
}

/** Whether the verb is for a team of this discipline at all. */
export function fitsDiscipline(verb: VerbView, team: TeamCard | undefined): boolean {
  return !team || verb.needs_team === "no" || suits(verb.needs_team, team);
}

/** Teams that could be the second one of this verb. */
export function othersFor(verb: VerbView, draft: Draft, teams: readonly TeamCard[]): TeamCard[] {
  if (verb.needs_other === "no") return [];
  return teams.filter((one) => !draft.teams.includes(one.index) && suits(verb.needs_other, one));
}

/** The second team of the order to one team: the chosen one, else the likeliest, else -1. */
export function otherOf(draft: Draft, team: TeamCard | undefined): number {
  if (draft.other >= 0) return draft.other;
  return team?.others[draft.verb] ?? -1;
}

/** Why this verb cannot be said to this team, or to anybody, now; "" where it can. */
export function dimReason(verb: VerbView, team: TeamCard | undefined, known: Known): string {
  const code =
    known.dim[verb.name] ?? (verb.needs_team === "no" ? undefined : team?.dim[verb.name]);
  return code === undefined ? "" : (known.reasons[code] ?? code);
}

/** Why this value of a verb cannot be said now; "" where it can. */
export function valueReason(verb: VerbView, value: string, known: Known): string {
  const code = known.dim[`${verb.name} ${value}`];
  return code === undefined ? "" : (known.reasons[code] ?? code);
}

/** Why this area cannot be meant by this verb, or "". */
export function areaReason(verb: VerbView | undefined, area: AreaView | undefined): string {
  if (!verb || !area) return "";
  if (verb.needs_area === "vehicle" && !area.vehicle) return "no vehicle can reach it";
  return "";
}

/** Whether two sentences say the same, or one of them holds the other. */
export function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ""));
  return a !== "" && b !== "" && (a!.includes(b!) || b!.includes(a!));
}

export function judge(draft: Draft, known: Known): Verdict {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  const teams = teamsOf(draft, known);
  const missing: Slot[] = [];
  if ((!verb || verb.needs_team !== "no") && teams.length === 0) missing.push("team");
  if (!verb) missing.push("verb");
  if (verb && verb.values.length > 0 && (draft.value || verb.preset) === "") missing.push("value");
  const asks = verb && verb.needs_other !== "no" && teams.length > 0;
  if (asks && teams.some((team) => otherOf(draft, team) < 0)) missing.push("other");
  if ((!verb || verb.needs_area !== "no") && draft.areas.length === 0) missing.push("area");
  const problem = verb ? findProblem(draft, known, verb, teams) : "";
  return { missing, problem, ready: missing.length === 0 && problem === "" };
}

/** The chosen teams that are known, in the order chosen. */
export function teamsOf(draft: Draft, known: Known): TeamCard[] {
  return draft.teams.flatMap((index) => known.teams.find((one) => one.index === index) ?? []);
}

function findProblem(
  draft: Draft,
  known: Known,
  verb: VerbView,
  teams: readonly TeamCard[],
): string {
  for (const team of teams) {
    const dim = dimReason(verb, team, known);
    if (dim) return `${verb.label}, ${team.callsign}: ${dim}`;
  }
  const value = valueReason(verb, draft.value, known);
  if (value) return `${draft.value}: ${value}`;
  for (const index of draft.areas) {
    const area = known.areas[index];
    const reason = areaReason(verb, area);
    if (reason && verb.needs_area !== "no") return `${area?.name ?? "This area"}: ${reason}.`;
  }
  return "";
}

/** The messages that say this draft: one for each team, or for each area of a zone. */
export function toOrders(
  draft: Draft,
  known: Known,
  newId: () => string,
): Omit<GiveOrder, "type">[] {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  if (!verb) return [];
  const teams = verb.needs_team === "no" ? [undefined] : teamsOf(draft, known);
  const areas = verb.needs_area === "no" ? [-1] : draft.areas;
  const value = verb.values.length > 0 ? draft.value : "";
  return teams.flatMap((team) =>
    areas.map((area) => ({
      command_id: newId(),
      verb: verb.name,
      team: team?.index ?? -1,
      area,
      value,
      other: verb.needs_other === "no" ? -1 : otherOf(draft, team),
    })),
  );
}
