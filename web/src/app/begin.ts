/** From an offer to a seat: what the browser keeps, and where it goes. */

import type { Joined } from "../wire";
import { start } from "./api";
import { playPath } from "./route";
import { remember, rememberDrill, rememberToken } from "./store";

/** The luck of a new exercise: a number that people can read out to each other. */
export function newLuck(): number {
  return 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 99_999);
}

/** Takes a seat and opens its screen. */
export function takeSeat(joined: Joined, drill: boolean): void {
  rememberToken(joined.exercise, joined.token);
  remember("local", "played", "yes");
  if (drill) rememberDrill(joined.exercise);
  location.assign(playPath(joined.exercise, joined.token));
}

/** The same scenario once more, with this luck. */
export async function again(scenario: string, seed: number): Promise<void> {
  takeSeat(await start(scenario, seed), scenario.startsWith("drill-"));
}
