/** The four ratings of the evaluation guide, and how a decision is told. */

import type { RatingRow } from "./review";

export const LETTERS: readonly (readonly [string, string])[] = [
  ["P", "performed without challenges"],
  ["S", "performed with some challenges"],
  ["M", "performed with major challenges"],
  ["U", "unable to be performed"],
];

/** The same as short as a list has room for. */
export const shortOf = (words: string): string =>
  words.replace("performed without challenges", "no challenges").replace(/^performed with /, "");

/** What a letter stands for; a dash is what was not assessed. */
export const wordsOf = (letter: string): string =>
  LETTERS.find(([one]) => one === letter)?.[1] ?? "not assessed: it did not come to it";

/** Which seat decided, and when in the reader's own words; "" where nobody has. */
export function decidedText(row: RatingRow): string {
  if (!row.decided) return "";
  const at = new Date(row.at);
  const when = Number.isNaN(at.getTime())
    ? row.at
    : at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return `${row.by}, ${when}`;
}
