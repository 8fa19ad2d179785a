/** People by name, out of lines that somebody typed, pasted from a sheet or took from a file. */

export interface Officer {
  name: string;
  number: string;
  shift: string;
}

/** `lines` says of each person in which line of the text they stand, from 1. */
export interface People {
  officers: Officer[];
  lines: number[];
}

const HEAD = /^name$/i;

/** One a line: name, number, shift, or name and shift; between them commas, semicolons or tabs.
 *
 * Where there is but one shift it need not be said. A head line and empty lines are no people.
 */
export function peopleOf(text: string, shifts: readonly string[]): People {
  const mark = text.includes("\t") ? "\t" : text.includes(";") ? ";" : ",";
  const officers: Officer[] = [];
  const lines: number[] = [];
  text.split(/\r?\n/).forEach((line, n) => {
    if (line.trim() === "") return;
    const cells = cellsOf(line, mark);
    if (HEAD.test(cells[0] ?? "")) return;
    officers.push(officerOf(cells, shifts));
    lines.push(n + 1);
  });
  return { officers, lines };
}

function officerOf(cells: readonly string[], shifts: readonly string[]): Officer {
  const [name = "", second = "", third] = cells;
  if (third !== undefined && third !== "") return { name, number: second, shift: third };
  if (shifts.includes(second) || (third === undefined && shifts.length !== 1))
    return { name, number: "", shift: second };
  return { name, number: second, shift: shifts.length === 1 ? shifts[0]! : "" };
}

/** The cells of a line; in quotation marks the mark between cells is none. */
function cellsOf(line: string, mark: string): string[] {
  const cells = [""];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === mark && !quoted) cells.push("");
    else cells[cells.length - 1] += letter;
  }
  return cells.map((one) => one.trim());
}

/** How many were understood, by shift. */
export function rosterWords({ officers }: People): string {
  if (officers.length === 0) return "";
  const counts = new Map<string, number>();
  for (const one of officers) counts.set(one.shift, (counts.get(one.shift) ?? 0) + 1);
  const each = [...counts].map(([shift, count]) => `${shift || "no shift"} ${count}`).join(", ");
  return `${officers.length} ${officers.length === 1 ? "person" : "people"}: ${each}.`;
}
