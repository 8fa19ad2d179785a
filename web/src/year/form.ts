/** The agency's form: its fields, and what of them is sent. Nothing is filled in for anybody. */

import type { FieldProblem } from "./shapes";

export type Kind = "text" | "number" | "date" | "list" | "choice";

export interface Field {
  /** The key in the agency's file; a point leads into a table of it. */
  key: string;
  label: string;
  kind: Kind;
  help: string;
  choices?: readonly { value: string; label: string }[];
}

export interface Group {
  title: string;
  about: string;
  fields: readonly Field[];
}

export const OWN = "own";

export const GROUPS: readonly Group[] = [
  {
    title: "The agency",
    about: "",
    fields: [
      { key: "name", label: "Name", kind: "text", help: "as it stands on the plan" },
      { key: "officers", label: "Officers", kind: "number", help: "how many are trained" },
      { key: "shifts", label: "Roster: shifts", kind: "list", help: "names, with commas between" },
      { key: "start", label: "First week", kind: "date", help: "the year begins then" },
    ],
  },
  {
    title: "Hours",
    about: "A year, for each officer.",
    fields: [
      {
        key: "hours",
        label: "Hours to divide",
        kind: "number",
        help: "medical, movement and command together",
      },
      { key: "sessions", label: "Sessions", kind: "number", help: "over which a skill is spread" },
      { key: "now.medical_h", label: "Medical today", kind: "number", help: "hours a year" },
      { key: "now.movement_h", label: "Movement today", kind: "number", help: "drags, carries" },
      { key: "now.command_h", label: "Command today", kind: "number", help: "hours a year" },
    ],
  },
  {
    title: "How often it happens",
    about:
      "Incidents a year that the agency meets. These decide the answer, and nobody else knows them.",
    fields: [
      {
        key: "incidents_per_year.single",
        label: "One casualty, no threat",
        kind: "number",
        help: "a stabbing, a crash: somebody bleeds",
      },
      {
        key: "incidents_per_year.many",
        label: "Many casualties, no threat",
        kind: "number",
        help: "one in ten years is 0.1",
      },
      {
        key: "incidents_per_year.active",
        label: "Active threat",
        kind: "number",
        help: "one in fifty years is 0.02",
      },
    ],
  },
  {
    title: "Who comes, and how far they are",
    about: "",
    fields: [
      {
        key: "agencies",
        label: "Police, Fire and EMS who come",
        kind: "choice",
        help: "how many, and when",
      },
      {
        key: "arrival",
        label: "Travel times, as a factor",
        kind: "number",
        help: "1 as in these, 2 twice as long",
      },
      { key: "cars", label: "Police cars, as a factor", kind: "number", help: "1 as in these" },
      {
        key: "active_scenario",
        label: "Site of the active threat",
        kind: "choice",
        help: "your own building, or the nearest to it",
      },
    ],
  },
];

export const FIELDS = GROUPS.flatMap((group) => group.fields);

export type Values = Record<string, string>;

export const emptyForm = (): Values => Object.fromEntries(FIELDS.map((one) => [one.key, ""]));

/** The agency as it is sent: an empty field is left out, so that it is asked for. */
export function agencyOf(values: Values): Record<string, unknown> {
  const agency: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const [table, key] = field.key.split(".") as [string, string?];
    const value = valueOf(field, (values[field.key] ?? "").trim());
    if (key) {
      const inner = (agency[table] ??= {}) as Record<string, unknown>;
      if (value !== undefined) inner[key] = value;
    } else if (value !== undefined) agency[table] = value;
  }
  return agency;
}

function valueOf(field: Field, text: string): unknown {
  if (text === "") return undefined;
  if (field.kind === "list") {
    return text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  }
  if (field.kind === "choice") return text === OWN ? null : text;
  if (field.kind !== "number") return text;
  const number = Number(text.replace(",", "."));
  // What is no number goes as it is, so that the answer names it.
  return Number.isFinite(number) ? number : text;
}

/** Problems by the field they are shown at; those of a whole table go to its first field. */
export function byField(problems: readonly FieldProblem[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const problem of problems) {
    const plain = problem.field.replace(/\[\d+\]/g, "");
    const exact = FIELDS.find((one) => one.key === plain);
    const field = exact ?? FIELDS.find((one) => one.key.startsWith(`${plain}.`));
    const key = field?.key ?? "";
    const said = problem.text.replace(/^(nothing is not allowed|missing); /, "Needed: ");
    found.set(key, found.has(key) ? `${found.get(key)} ${said}` : said);
  }
  return found;
}
