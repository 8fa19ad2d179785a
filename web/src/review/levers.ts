/** Which lever mattered; the shapes mirror `warmzone/review/levers/shapes.py`. */

import { call } from "../app/api";
import { recallToken } from "../app/store";
import type { Cost } from "./worth";

export interface LeverView {
  name: string;
  label: string;
  about: string;
  yours: number;
  theirs: number;
  cost: Cost | null;
}

export interface LeversReview {
  how: string;
  notice: string;
  levers: LeverView[];
}

export const fetchLevers = (exercise: string): Promise<LeversReview> =>
  call(
    "GET",
    `/api/exercises/${encodeURIComponent(exercise)}/levers`,
    undefined,
    undefined,
    recallToken(exercise),
  );
