/** What the audit page says and counts, without a screen. */

import { call } from "../app/api";
import {
  LABELS,
  type AuditedLesson,
  type AuditedProgramme,
  type AuditReference,
  type Correction,
  type KeptCorrections,
  type Label,
  type Shares,
  type Split,
} from "./shapes";

export const NAMES: Record<Label, string> = {
  medical: "Medical",
  movement: "Movement",
  command: "Command",
  threat: "Threat",
  other: "Other",
};

export const MEANINGS: Record<Label, string> = {
  medical: "treating and sorting casualties",
  movement: "moving casualties: drags, carries, evacuation",
  command: "command, communication, staging, planning",
  threat: "tactics, entry, weapons, stopping the threat",
  other: "welcome, law, history, tests, debriefs",
};

export const LARGEST_BYTES = 10 * 1024 * 1024;
const UNSURE = 0.6;

export const EXAMPLE = `Day of care and command, 8 hours
0800-0830  Welcome and course overview
0830-1000  Bleeding control and tourniquets
1000-1015  Break
1015-1130  Airway and chest injuries
1130-1230  Lunch
1230-1330  Drags, carries and litters
1330-1415  First arriving supervisor: staging and radio
1415-1545  Scenarios
1545-1600  Debrief and certificates`;

export const fetchReference = (): Promise<AuditReference> => call("GET", "/api/audit/reference");
export const fetchKept = (): Promise<KeptCorrections> => call("GET", "/api/audit/corrections");

/** What is sent to be audited; `plan` is the id of a training plan to compare with, or empty. */
export interface AuditFile {
  name: string;
  data: string;
  /** It was pasted, and its name is none of a file. */
  is_text: boolean;
  plan: string;
}

export function audit(file: AuditFile, signal: AbortSignal): Promise<AuditedProgramme> {
  return call("POST", "/api/audit", file, signal);
}

export function keep(correction: Correction): Promise<KeptCorrections> {
  return call("POST", "/api/audit/corrections", correction);
}

/** A file's bytes as base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/** Shares as whole per cent that add to 100; the largest remainders are rounded up. */
export function percents(shares: Split): Record<Label, number> {
  const exact = LABELS.map((label) => 100 * (shares[label] ?? 0));
  const whole = exact.map(Math.floor);
  const total = Math.round(exact.reduce((sum, one) => sum + one, 0));
  let rest = total - whole.reduce((sum, one) => sum + one, 0);
  const order = exact.map((one, at) => [one - Math.floor(one), at] as const);
  for (const [, at] of order.sort((a, b) => b[0] - a[0])) {
    if (rest <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    rest -= 1;
  }
  return Object.fromEntries(LABELS.map((label, at) => [label, whole[at] ?? 0])) as Record<
    Label,
    number
  >;
}

/** The labels that have a share, the largest first, with their per cent. */
export function parts(shares: Split): { label: Label; percent: number }[] {
  const whole = percents(shares);
  return LABELS.filter((label) => whole[label] > 0)
    .map((label) => ({ label, percent: whole[label] }))
    .sort((a, b) => b.percent - a.percent);
}

export function written(shares: Split): string {
  const some = parts(shares);
  if (some.length === 1 && some[0]) return NAMES[some[0].label];
  return some.map((one) => `${NAMES[one.label]} ${one.percent}\u00a0%`).join(", ");
}

export function isEmpty(split: Split): boolean {
  return LABELS.every((label) => split[label] === null);
}

/** Whether somebody ought to look at a lesson: its label is unsure, or there is none. */
export function isUnsure(lesson: AuditedLesson): boolean {
  return lesson.confidence < UNSURE;
}

export function isLabelled(lesson: AuditedLesson): boolean {
  return lesson.confidence > 0;
}

export function length(minutes: number | null): string {
  if (minutes === null) return "no minutes";
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ""}`;
}

/** The sentence that the picture supports. */
export function sentence(programme: AuditedProgramme): string {
  const { lessons, split, minutes_labelled: minutes } = programme;
  if (lessons.length === 0) return "No lessons were found in it.";
  if (isEmpty(split)) {
    const split = parts(programme.split_by_lessons);
    if (split.length === 0) return "Nothing in it could be labelled.";
    return `It says of no lesson how long it lasts, so its time cannot be divided. By the number of lessons: ${listed(split)}.`;
  }
  return `Of ${length(minutes)}, ${listed(parts(split))}.`;
}

/** The sentence on the estimate: what is here of its three labels, and what it says. */
export function againstEstimate(programme: AuditedProgramme): string {
  const { here, estimate } = programme.compared.claim;
  if (isEmpty(here))
    return "Nothing here is medical, movement or command, so there is nothing to compare.";
  const mine = percents(here);
  const said = percents(estimate);
  return (
    `Of the time on medical, movement and command alone, command has ${mine.command}\u00a0% here; ` +
    `the estimate gives it ${said.command}\u00a0%.`
  );
}

function listed(some: { label: Label; percent: number }[]): string {
  const told = some.map((one) => `${one.percent}\u00a0% ${NAMES[one.label].toLowerCase()}`);
  const last = told.pop() ?? "";
  return told.length ? `${told.join(", ")} and ${last}` : last;
}

/** Equal shares for the labels chosen, in whole per cent. */
export function equally(chosen: readonly Label[]): Record<Label, number> {
  const split = Object.fromEntries(
    LABELS.map((label) => [label, chosen.includes(label) ? 1 / chosen.length : 0]),
  ) as Shares;
  return percents(split);
}

/** Whole per cent as the shares that are kept. */
export function sharesOf(percent: Record<Label, number>): Shares {
  return Object.fromEntries(LABELS.map((label) => [label, percent[label] / 100])) as Shares;
}

export function sum(percent: Record<Label, number>): number {
  return LABELS.reduce((total, label) => total + percent[label], 0);
}

/** How a public programme is known: what was timed tells how far it can be compared. */
export function detailOf(detail: string): string {
  return detail === "lesson" ? "minutes for each lesson" : "minutes for large blocks";
}
