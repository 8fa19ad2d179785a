/** What travels for solo drills; mirrors `warmzone/server/wire_drills.py` and `training/drills/record.py`. */

import type { Hello, View } from "../wire";

export type Verdict = "right" | "arguable" | "wrong";

export interface Attempt {
  id: string;
  drill: string;
  variant: number;
  point: number;
  at: string;
  choice: string;
  verdict: Verdict;
  took_s: number;
  limit_s: number;
  options: number;
  accepted: number;
}

export interface DrillRecord {
  format: string;
  attempts: Attempt[];
}

export interface PointProgress {
  point: number;
  title: string;
  tries: number;
  right: number;
  mean: number;
  low: number;
  high: number;
  due: string | null;
  last: string | null;
  is_due: boolean;
}

export interface NextDrill {
  drill: string;
  variant: number;
  point: number;
  title: string;
  seconds: number;
  why: string;
  due: boolean;
}

export interface Standing {
  points: PointProgress[];
  next: NextDrill;
  due: number;
  how: string;
  notice: string;
}

export interface DrillChoice {
  id: string;
  text: string;
}

export interface DrillMoment {
  drill: string;
  variant: number;
  point: number;
  title: string;
  question: string;
  seconds: number;
  choices: DrillChoice[];
  hello: Hello;
  view: View;
}

export interface Feedback {
  verdict: Verdict;
  accepted: number;
  choices: { id: string; verdict: Verdict; why: string }[];
  point_title: string;
  source: string;
  status: string;
}

export interface ChoiceClock {
  name: string;
  label: string;
  mean_s: number;
  low_s: number;
  high_s: number;
  reached: number;
}

export interface ChoiceWorth {
  id: string;
  deaths: number | null;
  mean: number | null;
  low: number;
  high: number;
  pairs: number;
  best: boolean;
  clocks: ChoiceClock[];
}

export interface DrillWorth {
  state: "working" | "ready" | "failed";
  done: number;
  total: number;
  text: string;
  how: string;
  choices: ChoiceWorth[];
}

export interface Actor {
  name: string;
  home: string;
}
