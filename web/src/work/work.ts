/** Long work that can be left, stopped and gone on with; mirrors `warmzone/server/long_work.py`. */

import { call } from "../app/api";

export interface Work {
  id: string;
  name: string;
  begun: string;
  state: "waiting" | "working" | "stopped" | "ready" | "failed";
  done: number;
  total: number;
  left_s: number | null;
  text: string;
}

export type Kind = "plans" | "studies";

export const path = (kind: Kind, id: string, what = ""): string =>
  `/api/${kind}/${encodeURIComponent(id)}${what && `/${what}`}`;

export const fetchAll = (kind: Kind): Promise<Work[]> => call("GET", `/api/${kind}`);
export const fetchWork = (kind: Kind, id: string): Promise<Work> => call("GET", path(kind, id));
export const stop = (kind: Kind, id: string): Promise<Work> =>
  call("POST", path(kind, id, "stop"), {});
export const goOn = (kind: Kind, id: string): Promise<Work> =>
  call("POST", path(kind, id, "go-on"), {});
export const remove = (kind: Kind, id: string): Promise<Work[]> =>
  call("POST", path(kind, id, "delete"), {});

export const isBusy = (work: Work): boolean => work.state === "waiting" || work.state === "working";

/** How long the rest takes, roughly, in words; nothing while nobody can tell. */
export function leftWords(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return "";
  if (seconds < 50) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

/** What is done of it, in words. */
export function doneWords(work: Work): string {
  if (work.state === "waiting") return work.text || "waits its turn";
  if (work.total === 0) return "being prepared …";
  const done = `${work.done.toLocaleString("en")} of ${work.total.toLocaleString("en")} incidents`;
  const left = work.state === "working" ? leftWords(work.left_s) : "";
  return left ? `${done}, ${left}` : done;
}

export function when(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
