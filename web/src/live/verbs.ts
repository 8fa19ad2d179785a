/** Finding a verb among many: by its group, or by what is typed of its name or of its help. */

import type { VerbView } from "../wire";

export const MAIN = "Main";

/** The groups of the further verbs, in the order of the bar. */
export function groupsOf(verbs: readonly VerbView[]): string[] {
  return [...new Set(verbs.map((one) => one.group))].filter((group) => group !== MAIN);
}

/** Verbs whose label, name or help holds what is typed, the nearest first; none for no text. */
export function findVerbs(text: string, verbs: readonly VerbView[]): VerbView[] {
  const typed = text.trim().toLowerCase();
  if (typed === "") return [];
  return verbs
    .map((verb) => ({ verb, rank: rankOf(verb, typed) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.verb);
}

function rankOf(verb: VerbView, typed: string): number {
  const [label, name] = [verb.label.toLowerCase(), verb.name.replaceAll("_", " ")];
  if (label.startsWith(typed)) return 0;
  if (name.startsWith(typed)) return 1;
  if (`${label} ${name}`.includes(typed)) return 2;
  return verb.help.toLowerCase().includes(typed) ? 3 : 4;
}
