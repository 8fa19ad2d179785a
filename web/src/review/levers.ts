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

/** The levers; what could not be made is tried once more only where `again`. */
export const fetchLevers = (exercise: string, again = false): Promise<LeversReview> =>
  call(
    "GET",
    `/api/exercises/${encodeURIComponent(exercise)}/levers${again ? "?again=1" : ""}`,
    undefined,
    undefined,
    recallToken(exercise),
  );
