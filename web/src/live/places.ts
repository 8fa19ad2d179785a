/** Finding a place by typing its landmark name. */

import type { AreaView, LevelView } from "../wire";

export interface Match {
  readonly area: AreaView;
  readonly score: number;
}

/** Lower case, without accents and punctuation. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Areas whose name the typed words begin, best first; an area on the shown level wins a tie. */
export function findPlaces(
  typed: string,
  areas: readonly AreaView[],
  level: number,
  most = 8,
): Match[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  const matches: Match[] = [];
  for (const area of areas) {
    const score = scoreOf(wanted, plain(area.name)) + (area.level === level ? 0.5 : 0);
    if (score >= 1) matches.push({ area, score });
  }
  matches.sort(
    (a, b) =>
      b.score - a.score || a.area.name.length - b.area.name.length || a.area.index - b.area.index,
  );
  return matches.slice(0, most);
}

/** The name with its floor where another area of another floor bears the same name. */
export function fullName(
  area: AreaView,
  areas: readonly AreaView[],
  levels: readonly LevelView[],
): string {
  const twins = areas.some((other) => other.index !== area.index && other.name === area.name);
  const level = levels.find((one) => one.number === area.level);
  return twins && level ? `${area.name} (${level.name})` : area.name;
}

function scoreOf(wanted: string, name: string): number {
  if (name === wanted) return 8;
  if (name.startsWith(wanted)) return 6;
  const words = name.split(" ");
  const asked = wanted.split(" ");
  if (asked.every((part) => words.some((word) => word.startsWith(part)))) return 4;
  const initials = words.map((word) => (/^\d/.test(word) ? word : word.charAt(0))).join("");
  if (initials.startsWith(wanted.replace(/ /g, ""))) return 3;
  return name.includes(wanted) ? 2 : 0;
}
