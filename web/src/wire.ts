/** What travels between server and browser; the shapes mirror `warmzone/server/wire.py`. */

import type { Frame, TeamName } from "./frames";

export type ThreatWord = "none" | "ongoing" | "contained" | "unknown" | "over";
export type ZoneWord = "undeclared" | "hot" | "warm" | "cold";
export type Ring = [number, number][];

export interface LevelView {
  number: number;
  name: string;
}

export interface AreaView {
  index: number;
  id: string;
  name: string;
  kind: string;
  level: number;
  vehicle: boolean;
  x_m: number;
  y_m: number;
  rings: Ring[];
}

export interface OpeningView {
  a: number;
  b: number;
  kind: string;
  state: string;
  width_m: number;
  x_m: number;
  y_m: number;
}

export interface MarkView {
  kind: string;
  name: string;
  area: number;
  x_m: number;
  y_m: number;
}

export interface PlanView {
  name: string;
  levels: LevelView[];
  areas: AreaView[];
  openings: OpeningView[];
  marks: MarkView[];
  attribution: string;
}

export interface VerbView {
  code: number;
  name: string;
  label: string;
  group: string;
  key: string;
  needs_team: "no" | "police" | "rtf" | "any";
  needs_other: "no" | "police" | "rtf" | "any";
  needs_area: "no" | "any" | "vehicle";
  values: string[];
  /** The value that is meant where none is chosen, or "". */
  preset: string;
  help: string;
  /** How the order sounds with each value ("" with none), with {team} {other} {area} {value}. */
  says: Record<string, string>;
}

export interface Hello {
  type: "hello";
  exercise: string;
  code: string;
  scenario: string;
  scenario_name: string;
  summary: string;
  brief: string;
  seat: SeatWord;
  minutes: number;
  plan: PlanView;
  verbs: VerbView[];
  notice: string;
  /** The sentence of every refusal, by its code. */
  reasons: Record<string, string>;
  profile: string;
  seed: number | null;
  /** For the instructor: who the teams and what the tasks are whose numbers `View.truth` holds. */
  roster?: TeamName[];
  tasks?: string[];
}

export interface TeamCard {
  index: number;
  callsign: string;
  letter: string;
  discipline: "police" | "medical";
  size: number;
  hurt: number;
  task: string;
  task_text: string;
  phase: string;
  area: number;
  target: number;
  since_s: number;
  reported_age_s: number;
  unassigned: boolean;
  order_pending: boolean;
  /** By verb, the code of why it cannot be said to this team now. */
  dim: Record<string, string>;
  /** By verb, the second team that is meant where none is named. */
  others: Record<string, number>;
}

export interface AreaBelief {
  index: number;
  zone: ZoneWord;
  zone_age_s: number | null;
  zone_by: string;
  seen_age_s: number | null;
  cleared: boolean;
  red: number;
  yellow: number;
  green: number;
  grey: number;
  threat: boolean;
  source: string;
  /** How many hurt somebody spoke of without sorting them; servers may leave it out. */
  claimed?: number;
  /** People there who are not hurt, as a team told. */
  uninjured?: number;
  /** The declaration still waits on the air. */
  zone_pending?: boolean;
  /** Who, from outside, speaks of a threat there that no team has placed. */
  threat_said?: string;
  threat_age_s?: number | null;
  /** A second attacker spoken of whom nobody has looked for, or a device found; else "". */
  alarm?: "" | "second attacker" | "device";
  /** Police cars stand in the way of ambulances. */
  cars?: boolean;
}

export interface RadioLine {
  id: number;
  sent_s: number;
  observed_s: number;
  heard_s: number | null;
  speaker: string;
  listener: string;
  text: string;
  state: "queued" | "on_air" | "heard" | "acknowledged";
  kind: string;
  team: number;
  area: number;
  urgent: boolean;
}

export interface ReadyOrder {
  label: string;
  verb: string;
  team: number;
  area: number;
  value: string;
  other: number;
}

export interface Waiting {
  key: string;
  kind: "entry_request" | "unassigned" | "cannot" | "threat" | "uncared" | "unheard" | "counts";
  text: string;
  waiting_s: number;
  team: number;
  area: number;
  answers: ReadyOrder[];
}

export interface Corridor {
  state: "none" | "building" | "open" | "broken";
  areas: number[];
  posts: number[];
  posts_held: number;
  posts_needed: number;
}

export interface Clock {
  name: string;
  label: string;
  at_s: number | null;
  due_s: number | null;
}

export interface Situation {
  casualties: number;
  medical_teams: number;
  ambulances: number;
  ratio: number | null;
  threat: ThreatWord;
  threat_age_s: number | null;
  threat_by: string;
  /** Reds and yellows who are with nobody, and for how long the first of them has been. */
  uncared: number;
  uncared_s: number | null;
  /** Teams that take their word from this seat, of how many one person can lead. */
  span: number;
  span_most: number;
  /** People not hurt who are outside, as last told; servers may leave it out. */
  people_out?: number;
  /** Officers by purpose, as the seat believes; servers may leave it out. */
  division?: { name: string; officers: number }[];
}

export interface KernelProgress {
  state: "waiting" | "compiling" | "ready" | "failed";
  done: number;
  total: number;
}

export interface View {
  type: "view";
  now_s: number;
  running: boolean;
  rate: number;
  ended: boolean;
  resumed_text: string;
  command: string;
  command_since_s: number | null;
  in_command: boolean;
  situation: Situation;
  teams: TeamCard[];
  areas: AreaBelief[];
  ccp: number;
  aep: number;
  corridor: Corridor;
  radio: RadioLine[];
  radio_queue: number;
  waiting: Waiting[];
  clocks: Clock[];
  kernel: KernelProgress;
  /** By verb, or "verb value", the code of why it cannot be said to anybody now. */
  dim: Record<string, string>;
  /** What is in force, in words. */
  standing: string[];
  ccp_pending: boolean;
  aep_pending: boolean;
  /** For the instructor alone: how it truly stands. */
  truth?: Frame | null;
  /** Everybody else's screen is hidden, and Tactical is asked where things stand. */
  asking?: boolean;
}

export interface Answer {
  type: "answer";
  command_id: string;
  accepted: boolean;
  code: string;
  text: string;
  sentence: string;
}

export interface Fault {
  type: "fault";
  code: string;
  text: string;
  stopped: boolean;
}

/** Before hello, while a drill's opening is played: minutes done of those before hand-over. */
export interface Preparing {
  type: "preparing";
  text: string;
  done: number;
  total: number;
}

export type SeatWord = "tactical" | "observer" | "instructor";

/** In place of the view: the clock is frozen, and the seat is asked where things stand. */
export interface Probe {
  type: "probe";
  now_s: number;
  teams: { index: number; callsign: string }[];
}

export type ServerMessage = Preparing | Hello | View | Probe | Answer | Fault;

export interface GiveOrder {
  type: "order";
  command_id: string;
  verb: string;
  team: number;
  area: number;
  value: string;
  other: number;
  why?: string;
}

export interface SetClock {
  type: "clock";
  command_id: string;
  action: "pause" | "resume" | "rate";
  rate: number;
}

export interface EndExercise {
  type: "end";
  command_id: string;
}

export interface AnswerProbe {
  type: "probe_answer";
  command_id: string;
  teams: [number, number][];
  reds: number;
  cleared: number[];
  threat: ThreatWord;
  threat_area: number;
  command: "nobody" | "inside" | "post";
}

export interface Freeze {
  type: "freeze";
  command_id: string;
}

export interface TakeNote {
  type: "note";
  command_id: string;
  text: string;
}

export type BrowserMessage = GiveOrder | SetClock | AnswerProbe | Freeze | TakeNote | EndExercise;

export interface ScenarioCard {
  id: string;
  name: string;
  summary: string;
  site: string;
  minutes: number;
  drill: boolean;
  threat: ThreatWord;
  start_minute: number;
}

export interface Joined {
  exercise: string;
  code: string;
  token: string;
  seat: SeatWord;
}

export interface ExerciseCard {
  exercise: string;
  scenario: string;
  scenario_name: string;
  started_at: string;
  now_s: number;
  ended: boolean;
}

export interface Health {
  version: string;
  kernel: KernelProgress;
}

export interface Problem {
  code: string;
  text: string;
}
