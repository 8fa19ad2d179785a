/** The review as the server sends it; the shapes mirror `warmzone/review/shapes.py`. */

import { call } from "../app/api";
import { recallToken } from "../app/store";
import type { Frame, TeamName } from "../frames";
import type { AreaView, LevelView, MarkView, OpeningView, PlanView } from "../wire";

export type Tone = "happened" | "outcome" | "stood_out" | "went_well";
export type EntryKind =
  | "order"
  | "refused"
  | "zone"
  | "answer"
  | "request"
  | "report"
  | "clock"
  | "hidden"
  | "exercise";

export interface Line {
  text: string;
  tone: Tone;
  at_s: number | null;
  areas: number[];
  lives?: boolean;
}

export interface Entry {
  at_s: number;
  kind: EntryKind;
  who: string;
  text: string;
  note: string;
  areas: number[];
  team: number;
  heard_s: number | null;
}

export interface Statement {
  sequence: number;
  at_s: number;
  until_s: number;
  order: string;
  why: string;
  refused: string;
  told: string[];
  hidden: string[];
  areas: number[];
  team: number;
  /** Play ended before consequences were looked for as long as they are. */
  cut?: boolean;
}

export interface ProbeRow {
  name: string;
  question: string;
  said: string;
  told: string;
  true: string;
  against_belief: number | null;
  against_truth: number | null;
}

export interface ProbeView {
  at_s: number;
  answered: boolean;
  rows: ProbeRow[];
  awareness: number | null;
  knew: number | null;
}

export interface NoteView {
  at_s: number;
  seat: string;
  text: string;
}

/** A task of the evaluation guide: what was proposed, and what an evaluator decided. */
export interface RatingRow {
  task: string;
  capability: string;
  text: string;
  found: string;
  proposed: string;
  decided: string;
  reason: string;
  by: string;
  at: string;
}

export interface ClockView {
  name: string;
  label: string;
  at_s: number | null;
}

export interface CasualtyRow {
  number: number;
  area: number;
  wound: string;
  triage: number;
  judged: number;
  care: number;
  hurt_s: number;
  seen_s: number | null;
  told_s: number | null;
  told_by: string;
  controlled_s: number | null;
  moved_s: number | null;
  collected_s: number | null;
  left_s: number | null;
  hospital_s: number | null;
  hospital: string;
  dead_s: number | null;
  savable: boolean;
  fate: string;
  gap: string;
}

export interface TeamRow {
  team: number;
  arrived_s: number;
  orders: number;
  first_order_s: number | null;
  untasked_min: number;
  minutes: Record<string, number>;
}

export interface MeasureView {
  name: string;
  label: string;
  unit: string;
  better: "lower" | "higher" | "neither";
}

export type Values = Record<string, number | null>;

export interface Compared {
  commander: string;
  label: string;
  description: string;
  values: Values;
}

export interface Comparison {
  how: string;
  measures: MeasureView[];
  yours: Values;
  others: Compared[];
}

/** An area as a file tells it: its place in the list is its index. */
export type SiteArea = Omit<AreaView, "index">;

export interface SiteFile {
  name: string;
  levels: LevelView[];
  areas: SiteArea[];
  openings: OpeningView[];
  marks: MarkView[];
  attribution: string;
}

/** at_s, reds and yellows without care, officers without a task, those who died uncared for */
export type CurvePoint = [number, number, number, ...number[]];

/** One decision point that was put to the seat; `share` is 1 in time, less if late, 0 never. */
export interface PointRow {
  number: number;
  title: string;
  within_s: number;
  at_s: number;
  asked: number;
  in_time: number;
  never: number;
  share: number;
}

export interface UnsoundRow {
  at_s: number;
  text: string;
  why: string;
}

export interface ScoreView {
  how: string;
  points: number | null;
  error: number;
  asked: number;
  taken: number;
  rows: PointRow[];
  unsound: UnsoundRow[];
}

export interface Review {
  exercise: string;
  scenario: string;
  scenario_name: string;
  summary: string;
  /** Not told before an instructor has released figures in lives. */
  seed: number | null;
  physiology: string;
  tempo: number;
  /** Under which physiology, and how much faster, in words. */
  bodies: string;
  /** That rules were in force which no text confirms; empty where none were. */
  doctrine: string;
  started_at: string;
  start_s: number;
  end_s: number;
  minutes: number;
  notice: string;
  claim: "same" | "recomputed";
  claim_text: string;
  digest: string;
  results_version: string;
  site: SiteFile;
  teams: TeamName[];
  tasks: string[];
  lines: Line[];
  clocks: ClockView[];
  outcome: Values;
  comparison: Comparison;
  casualties: CasualtyRow[];
  timeline: Entry[];
  frames: Frame[];
  statements: Statement[];
  probes: ProbeView[];
  notes: NoteView[];
  led: boolean;
  by_team: TeamRow[];
  /** Whether figures in lives are in it: they are the instructor's until released. */
  lives: boolean;
  curves: CurvePoint[];
  score: ScoreView | null;
  ratings: RatingRow[];
}

/** The site as the floor plan draws it. */
export function planOf(site: SiteFile): PlanView {
  return { ...site, areas: site.areas.map((area, index) => ({ ...area, index })) };
}

/** A review that was kept by an older program may lack what is newer. */
const OLDER = {
  lives: true,
  curves: [],
  statements: [],
  probes: [],
  notes: [],
  by_team: [],
  ratings: [],
};

/** The review; one that could not be made is tried once more only where `again`. */
export async function fetchReview(exercise: string, again = false): Promise<Review> {
  const what = again ? "review?again=1" : "review";
  const path = `/api/exercises/${encodeURIComponent(exercise)}/${what}`;
  const told = await call<Review>("GET", path, undefined, undefined, recallToken(exercise));
  return { ...OLDER, ...told };
}
