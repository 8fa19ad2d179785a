/** The agency's form: its fields, and what of them is sent. Nothing is filled in for anybody. */

import { EMS_FACTOR, EMS_FIELDS, HOSPITAL_FIELDS, YES } from "./ems";
import { peopleOf } from "./roster";
import type { AgencyCard, FieldProblem } from "./shapes";

export type Kind = "text" | "number" | "date" | "list" | "choice" | "lines";

export interface Choice {
  value: string;
  label: string;
}

export interface Field {
  /** The key in the agency's file; a point leads into a table of it. */
  key: string;
  label: string;
  kind: Kind;
  help: string;
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
      { key: "shifts", label: "Shifts", kind: "list", help: "names, with commas between" },
      {
        key: "roll_calls",
        label: "Roll calls",
        kind: "list",
        help: "one a shift, in that order, as 06:45",
      },
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
    ],
  },
];

/** One of several of a kind, as it is typed. */
export type Row = Record<string, string>;

/** A building where an active threat may be. */
export const SITE_FIELDS: readonly Field[] = [
  {
    key: "scenario",
    label: "Building",
    kind: "choice",
    help: "your own, or the nearest to it",
  },
  {
    key: "share",
    label: "Share of the active threats",
    kind: "number",
    help: "against the others: 3 is three times as often as 1",
  },
  {
    key: "arrival",
    label: "Travel times there, as a factor",
    kind: "number",
    help: "beside the one above: 1 changes nothing",
  },
];
export const MOST_SITES = 40;

export const FIELDS: readonly Field[] = [
  ...GROUPS.flatMap((group) => group.fields),
  EMS_FACTOR,
  ...EMS_FIELDS,
];

/** The form as it is typed; kept in the browser. `own` says Fire and EMS in the agency's terms. */
export interface Draft {
  values: Row;
  own: boolean;
  hospitals: Row[];
  sites: Row[];
  roster: string;
}

const emptyRow = (fields: readonly Field[]): Row =>
  Object.fromEntries(fields.map((one) => [one.key, ""]));
export const emptySite = (): Row => emptyRow(SITE_FIELDS);
export const emptyHospital = (): Row => emptyRow(HOSPITAL_FIELDS);

export const emptyDraft = (): Draft => ({
  values: emptyRow(FIELDS),
  own: false,
  hospitals: [emptyHospital()],
  sites: [emptySite()],
  roster: "",
});

/** A draft that was kept, as far as it can be read. */
export function draftOf(kept: string): Draft {
  const draft = emptyDraft();
  try {
    const found = JSON.parse(kept || "{}") as Partial<Draft>;
    Object.assign(draft.values, found.values);
    draft.roster = found.roster ?? "";
    draft.own = found.own === true;
    if (found.sites?.length) draft.sites = found.sites.map((one) => ({ ...emptySite(), ...one }));
    if (found.hospitals?.length)
      draft.hospitals = found.hospitals.map((one) => ({ ...emptyHospital(), ...one }));
  } catch {
    // What cannot be read is typed again.
  }
  return draft;
}

/** The agency as it is sent: an empty field is left out, so that it is asked for. */
export function agencyOf(draft: Draft): Record<string, unknown> {
  const agency: Record<string, unknown> = {};
  for (const field of FIELDS) {
    if (draft.own ? field === EMS_FACTOR : EMS_FIELDS.includes(field)) continue;
    const [table, key] = field.key.split(".") as [string, string?];
    const value = valueOf(field, draft.values[field.key] ?? "");
    if (key) {
      const inner = (agency[table] ??= {}) as Record<string, unknown>;
      if (value !== undefined) inner[key] = value;
    } else if (value !== undefined) agency[table] = value;
  }
  if (draft.own) {
    const hospitals = draft.hospitals.map(hospitalOf);
    agency["ems"] = { ...(agency["ems"] as object), hospitals };
  }
  const sites = draft.sites.map((one) => siteOf(one, draft.sites.length > 1));
  if (sites.length > 1 || Object.keys(sites[0] ?? {}).length > 1) agency["sites"] = sites;
  const { officers } = peopleOf(draft.roster, shiftsOf(draft));
  if (officers.length > 0) agency["roster"] = officers;
  return agency;
}

/** What was typed of one of several: an empty field is left out. */
function rowOf(row: Row, fields: readonly Field[]): Record<string, unknown> {
  const given = fields.map((field) => [field.key, valueOf(field, row[field.key] ?? "")] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** One building; where it is the only one, all active threats are there. */
function siteOf(site: Row, several: boolean): Record<string, unknown> {
  const told = rowOf(site, SITE_FIELDS);
  return several ? told : { ...told, share: 1 };
}

function hospitalOf(hospital: Row): Record<string, unknown> {
  const told = rowOf(hospital, HOSPITAL_FIELDS);
  const centre = told["trauma_centre"];
  return centre === undefined ? told : { ...told, trauma_centre: centre === YES };
}

export const shiftsOf = (draft: Draft): string[] => listOf(draft.values["shifts"] ?? "");

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function valueOf(field: Field, typed: string): unknown {
  const text = typed.trim();
  if (text === "") return undefined;
  if (field.kind === "list") return listOf(text);
  if (field.kind === "choice") return text === OWN ? null : text;
  if (field.kind !== "number") return text;
  const number = Number(text.replace(",", "."));
  // What is no number goes as it is, so that the answer names it.
  return Number.isFinite(number) ? number : text;
}

/** Problems by the field they are shown at; those of a whole table go to its first field. */
export function byField(
  problems: readonly FieldProblem[],
  draft: Draft = emptyDraft(),
): Map<string, string> {
  const found = new Map<string, string>();
  const { lines } = peopleOf(draft.roster, shiftsOf(draft));
  for (const problem of problems) {
    const said = problem.text.replace(/^(nothing is not allowed|missing); /, "Needed: ");
    const [key, text] = placeOf(problem.field, said, lines);
    found.set(key, found.has(key) ? `${found.get(key)}\n${text}` : text);
  }
  return found;
}

const LISTS = /^(sites|roster|ems\.hospitals)(?:\[(\d+)\])?(?:\.(\w+))?/;

function placeOf(field: string, said: string, lines: readonly number[]): [string, string] {
  const [, list, at, key] = LISTS.exec(field) ?? [];
  if (list === "sites") return [`sites.${at ?? 0}.${key ?? "scenario"}`, said];
  if (list === "ems.hospitals") return [`hospitals.${at ?? 0}.${key ?? "name"}`, said];
  if (list === "roster") {
    const line = at === undefined ? "" : `Line ${lines[Number(at)] ?? "?"}, ${key ?? "person"}: `;
    return ["roster", line + said];
  }
  const plain = field.replace(/\[\d+\]/g, "");
  const exact = FIELDS.find((one) => one.key === plain);
  const first = exact ?? FIELDS.find((one) => one.key.startsWith(`${plain}.`));
  return [first?.key ?? "", said];
}

/** The kinds of place by who comes and how soon, as the evidence has it. */
export function agencyChoices(cards: readonly AgencyCard[]): Choice[] {
  const own = { value: OWN, label: "as each scenario has it" };
  return [own, ...cards.map((one) => ({ value: one.id, label: `${nameOf(one)}: ${whoOf(one)}` }))];
}

const NAMES: Record<string, string> = { "small-town": "small town", metro: "a large city" };
const nameOf = (one: AgencyCard): string => NAMES[one.id] ?? one.id;

function whoOf(one: AgencyCard): string {
  const when = (what: string, seconds: number | null): string =>
    seconds === null ? `no ${what}` : `${what} ${Math.round(seconds / 60)} min`;
  const first = [when("police", one.police_s), when("medics", one.medical_s)];
  return `${first.join(", ")}, ${when("ambulance", one.ambulance_s)} (${one.ambulances})`;
}
