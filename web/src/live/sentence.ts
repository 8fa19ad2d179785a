/** The sentence that will go out on the radio, with gaps where something is still missing. */

import type { AreaView, TeamCard } from "../wire";
import { otherOf, teamsOf, type Draft, type Known } from "./order";

export interface Piece {
  readonly text: string;
  readonly gap: boolean;
}

const gap = (text: string): Piece => ({ text, gap: true });
const UNSAID = "{team}, {verb} {area}.";

/** The draft as pieces of a sentence; gaps are asked for in brackets by whoever draws them. */
export function sentence(draft: Draft, known: Known): Piece[] {
  const verb = known.verbs.find((one) => one.name === draft.verb);
  const said = verb?.says[draft.value || verb.preset] ?? verb?.says[""] ?? UNSAID;
  const shape = draft.areas.length > 1 ? said.replace("{area} is ", "{area} are ") : said;
  const words: Record<string, string | Piece> = {
    team: listed(teamsOf(draft, known).map((one) => one.callsign)) || gap("who"),
    other: otherWords(draft, known),
    area: areaWords(draft.areas, known.areas),
    value: draft.value || gap("which"),
    verb: gap("what"),
  };
  const parts = shape.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? (words[part] ?? "") : part));
  return merge(parts.map((part) => (typeof part === "string" ? { text: part, gap: false } : part)));
}

/** The same as one string. */
export function spoken(draft: Draft, known: Known): string {
  return sentence(draft, known)
    .map((piece) => (piece.gap ? "…" : piece.text))
    .join("");
}

/** Names of areas as one would say them, every one of them. */
export function areaWords(areas: readonly number[], all: readonly AreaView[]): string | Piece {
  if (areas.length === 0) return gap("where");
  return listed(areas.map((index) => all[index]?.name ?? `area ${index}`));
}

/** A team as the card's first line says it. */
export function teamWords(team: TeamCard): string {
  return team.hurt > 0
    ? `${team.callsign}, ${team.size}, ${team.hurt} hurt`
    : `${team.callsign}, ${team.size}`;
}

function otherWords(draft: Draft, known: Known): string | Piece {
  const wanted = new Set(teamsOf(draft, known).map((team) => otherOf(draft, team)));
  if (wanted.size === 0) wanted.add(draft.other);
  const found = known.teams.filter((one) => wanted.has(one.index));
  return listed(found.map((one) => one.callsign)) || gap("whom");
}

function listed(names: string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function merge(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const before = out[out.length - 1];
    if (before && !before.gap && !piece.gap) {
      out[out.length - 1] = { text: before.text + piece.text, gap: false };
    } else out.push(piece);
  }
  return out;
}
