/** The sentence that will go out on the radio, with gaps where something is still missing. */

import type { AreaView, TeamCard } from "../wire";
import type { Draft, Known } from "./order";

export interface Piece {
  readonly text: string;
  readonly gap: boolean;
}

type Shape = (words: Words) => (string | Piece)[];

interface Words {
  team: string | Piece;
  area: string | Piece;
  value: string | Piece;
  many: boolean;
}

const gap = (text: string): Piece => ({ text, gap: true });

const SHAPES: Record<string, Shape> = {
  take_command: (w) => ["All units, I have command, ", w.value, "."],
  contact: (w) => [w.team, ", make contact at ", w.area, "."],
  hold: (w) => [w.team, ", hold ", w.area, "."],
  clear: (w) => [w.team, ", clear ", w.area, "."],
  treat: (w) => [w.team, ", treat the casualties in ", w.area, "."],
  carry: (w) => [w.team, ", carry the casualties out of ", w.area, "."],
  declare_zone: (w) => ["All units, ", w.area, w.many ? " are " : " is ", w.value, "."],
  build_corridor: (w) => [w.team, ", post the corridor."],
  clear_rtf_in: (w) => [w.team, ", you are cleared in to ", w.area, "."],
  hold_rtf: (w) => [w.team, ", hold where you are, do not enter."],
  secure_rtf: (w) => [w.team, ", go with the rescue task force as security."],
  set_ccp: (w) => ["All units, casualty collection point is ", w.area, "."],
  set_aep: (w) => ["All units, ambulance exchange point is ", w.area, "."],
  stage: (w) => [w.team, ", go to staging."],
  withdraw: (w) => [w.team, ", withdraw."],
  declare_threat: (w) => ["All units, threat is ", w.value, "."],
  ask_report: (w) => [w.team, ", report."],
  request_entry: (w) => [w.team, ", ask to enter."],
  break_corridor: () => ["All units, the corridor is closed."],
};

/** The draft as pieces of a sentence; gaps are asked for in brackets by whoever draws them. */
export function sentence(draft: Draft, known: Known): Piece[] {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  const words: Words = {
    team: known.teams.find((one) => one.index === draft.team)?.callsign ?? gap("who"),
    area: areaWords(draft.areas, known.areas),
    value: draft.value || gap("which"),
    many: draft.areas.length > 1,
  };
  const shape = verb ? (SHAPES[verb.name] ?? plainShape(verb.label, verb.needs_area)) : undefined;
  const parts = shape ? shape(words) : [words.team, ", ", gap("what"), " ", words.area, "."];
  return merge(parts.map((part) => (typeof part === "string" ? { text: part, gap: false } : part)));
}

/** The same as one string. */
export function spoken(draft: Draft, known: Known): string {
  return sentence(draft, known)
    .map((piece) => (piece.gap ? "…" : piece.text))
    .join("");
}

/** Names of areas as one would say them: three at most, then how many more. */
export function areaWords(areas: readonly number[], all: readonly AreaView[]): string | Piece {
  if (areas.length === 0) return gap("where");
  const names = areas.map((index) => all[index]?.name ?? `area ${index}`);
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** A team as the card's first line says it. */
export function teamWords(team: TeamCard): string {
  return team.hurt > 0
    ? `${team.callsign}, ${team.size}, ${team.hurt} hurt`
    : `${team.callsign}, ${team.size}`;
}

function plainShape(label: string, needsArea: string): Shape {
  const verb = label.toLowerCase();
  return (w) =>
    needsArea === "no" ? [w.team, ", ", verb, "."] : [w.team, ", ", verb, " ", w.area, "."];
}

function listed(names: string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function merge(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out[out.length - 1];
    if (before && !before.gap && !piece.gap) {
      out[out.length - 1] = { text: before.text + piece.text, gap: false };
    } else out.push(piece);
  }
  return out;
}
