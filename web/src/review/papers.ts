/** Who may see what of an exercise, and its report as files. */

import { bearer, call, sentenceOf } from "../app/api";
import { forgetToken, recallToken } from "../app/store";

export interface Privacy {
  led: boolean;
  released: boolean;
  yours: boolean;
  /** Whether who asks may decide the ratings of the evaluation guide. */
  rates: boolean;
  /** After so many days exercises are deleted; null keeps them. */
  keep_days: number | null;
}

export const FORMS: readonly (readonly [string, string])[] = [
  ["docx", "After-action report (Word, HSEEP AAR/IP)"],
  ["pdf", "Review (PDF)"],
  ["html", "Review (one HTML file)"],
  ["ics214", "ICS 214 per seat (Word)"],
  ["csv", "Log and measures (CSV)"],
  ["parquet", "Log and measures (Parquet)"],
  ["log", "The log as it was written (JSON)"],
];

const path = (exercise: string, what: string): string =>
  `/api/exercises/${encodeURIComponent(exercise)}/${what}`;

export const fetchPrivacy = (exercise: string): Promise<Privacy> =>
  call("GET", path(exercise, "privacy"), undefined, undefined, recallToken(exercise));

export const release = (exercise: string): Promise<Privacy> =>
  call("POST", path(exercise, "release"), {}, undefined, recallToken(exercise));

/** Keeps what an evaluator decided of a task, and why; an empty rating takes it back. */
export async function rate(
  exercise: string,
  task: string,
  rating: string,
  reason: string,
): Promise<void> {
  const asked = { task, rating, reason };
  await call("POST", path(exercise, "rating"), asked, undefined, recallToken(exercise));
}

export async function purge(exercise: string): Promise<void> {
  await call("POST", path(exercise, "purge"), {}, undefined, recallToken(exercise));
  forgetToken(exercise);
}

/** A report or the log, as a file. */
export const keep = (exercise: string, form: string): Promise<void> =>
  download(exercise, form === "log" ? "log" : `report/${form}`, `warmzone-${exercise}.json`);

/** Fetches a file as whoever asks and hands it to the browser to keep. */
async function download(exercise: string, what: string, named: string): Promise<void> {
  const reply = await fetch(path(exercise, what), {
    headers: bearer(recallToken(exercise)),
  });
  if (!reply.ok) throw new Error(await sentenceOf(reply));
  const name = /filename="([^"]+)"/.exec(reply.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await reply.blob());
  link.download = name ?? named;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
