/** What travels for training plans; mirrors `warmzone/server/wire_training.py`. */

import { call } from "../app/api";
import { path, type Work } from "../work/work";

export interface FieldProblem {
  field: string;
  text: string;
}

export interface Started {
  work: Work | null;
  problems: FieldProblem[];
}

export interface AgencyCard {
  id: string;
  police_s: number | null;
  medical_s: number | null;
  ambulance_s: number | null;
  ambulances: number;
}

export interface PlanForm {
  agencies: AgencyCard[];
  sites: { id: string; name: string }[];
}

/** How many incidents a plan plays of one kind, at a draw and repeat, and how many a second. */
export interface PlanPace {
  incidents_each: number;
  per_s: number | null;
  state: "waiting" | "compiling" | "sampling" | "ready" | "failed";
}

export interface Split {
  medical_h: number;
  movement_h: number;
  command_h: number;
  deaths_per_year: number;
  low: number;
  high: number;
  half_width: number;
  best_p: number;
  behind: number | null;
  behind_half_width: number | null;
}

export interface Session {
  number: number;
  shift: string;
  begins: string;
  minutes: number;
  skill: string;
  title: string;
  scenario: string | null;
}

export interface PlanResult {
  agency: string;
  incidents: number;
  points: number;
  splits: Split[];
  hangs_on: { name: string; share: number; worth: number }[];
  sessions: Session[];
  break_even: { sentences: string[]; heads: string[]; rows: string[][] } | null;
  recommended: string;
  sure: string;
  reading: string;
  now: Record<string, number>;
  notice: string;
  files: string[];
}

export const fetchPace = (): Promise<PlanPace> => call("GET", "/api/plan-pace");

export const fetchForm = (): Promise<PlanForm> => call("GET", "/api/plan-form");
export const fetchPlan = (id: string): Promise<PlanResult> =>
  call("GET", path("plans", id, "result"));
export const fileOf = (id: string, name: string): string =>
  path("plans", id, `files/${encodeURIComponent(name)}`);
export const startPlan = (
  agency: Record<string, unknown>,
  points: number,
  repeats: number,
): Promise<Started> => call("POST", "/api/plans", { agency, points, repeats });
