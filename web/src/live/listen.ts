/** What of the radio is read aloud: what others said and was just heard. */

import type { RadioLine } from "../wire";
import { withoutCallsign } from "./radio";

/** After a gap only the newest are read: what is old by then stands in the log. */
const MOST = 3;

/** Lines heard since the lines before, oldest first; nothing where there were none before. */
export function justHeard(
  before: readonly RadioLine[] | undefined,
  now: readonly RadioLine[],
): RadioLine[] {
  if (!before) return [];
  const known = new Set(before.filter((line) => line.heard_s !== null).map((line) => line.id));
  return now
    .filter((line) => line.kind !== "order" && line.heard_s !== null && !known.has(line.id))
    .slice(-MOST);
}

/** A line as it is read: who, then what, without saying twice who speaks. */
export function readLine(line: RadioLine): string {
  return `${line.speaker}. ${withoutCallsign(line)}`;
}
