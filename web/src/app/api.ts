/** The few HTTP calls; a refusal is thrown as an Error with the server's own sentence. */

import { allTokens } from "./store";
import type { ExerciseCard, Health, Joined, Problem, ScenarioCard } from "../wire";

export const scenarios = (): Promise<ScenarioCard[]> => call("GET", "/api/scenarios");
export const exercises = (): Promise<ExerciseCard[]> => callSeated("/api/exercises");
export const health = (): Promise<Health> => call("GET", "/api/health");
export const join = (code: string): Promise<Joined> => call("POST", "/api/join", { code });

/** How an exercise is led: by whom, and when the screen is hidden and the seat asked. */
export interface Leading {
  led?: boolean;
  probes?: number[];
  random_probes?: number;
  /** How survival falls with time, and how much faster than in the evidence. */
  physiology?: "hazard" | "rpm" | "flat";
  tempo?: number;
  /** By the rules of the scenario's profile that no text confirms as well. */
  unconfirmed?: boolean;
  /** The series it belongs to: a class, or a pseudonym. */
  label?: string;
}

export function start(
  scenario: string,
  seed: number | null,
  leading: Leading = {},
): Promise<Joined> {
  const luck = seed === null ? {} : { seed };
  return call("POST", "/api/exercises", { scenario, ...luck, ...leading });
}

export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  token = "",
  more: Record<string, string> = {},
): Promise<T> {
  const asked = { accept: "application/json", ...bearer(token), ...more };
  const init: RequestInit = { method, headers: asked };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...asked, "content-type": "application/json" };
  }
  if (signal) init.signal = signal;
  let reply: Response;
  try {
    reply = await fetch(path, init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error("The server does not answer. Is it still running?");
  }
  if (!reply.ok) throw new Error(await sentenceOf(reply));
  return (await reply.json()) as T;
}

/** Asks for what this browser may see of all exercises in which it had a seat. */
export const callSeated = <T>(path: string): Promise<T> => {
  const kept = allTokens().join(",");
  return call("GET", path, undefined, undefined, "", kept ? { "x-warmzone-seats": kept } : {});
};

/** Says who asks, where that is known. */
export const bearer = (token: string): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

export async function sentenceOf(reply: Response): Promise<string> {
  try {
    const problem = (await reply.json()) as Partial<Problem>;
    if (problem.text) return problem.text;
  } catch {
    // Not JSON: the status has to do.
  }
  return `The server answered ${reply.status}.`;
}
