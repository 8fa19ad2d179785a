/** A line of the radio log as it is read: its times, and its text without saying twice who speaks. */

import type { RadioLine } from "../wire";
import { clock } from "./ages";

export interface LineTimes {
  readonly main: string;
  readonly seen: string;
}

const NOTABLE_LAG_S = 10;

/** When it was heard (else said), and when it was seen (an order: said) where that was notably earlier. */
export function lineTimes(line: RadioLine): LineTimes {
  const at = line.heard_s ?? line.sent_s;
  const lag = at - line.observed_s;
  const how = line.kind === "order" ? "said" : "seen";
  const seen = lag >= NOTABLE_LAG_S ? `${how} ${clock(line.observed_s)}, heard ${clock(at)}` : "";
  return { main: clock(at), seen };
}

/** "CT1, room clear" from CT1 is read as "room clear". */
export function withoutCallsign(line: RadioLine): string {
  const start = line.text.toLowerCase();
  for (const name of [line.speaker, line.listener]) {
    if (name && start.startsWith(`${name.toLowerCase()}, `)) {
      const rest = line.text.slice(name.length + 2);
      return rest.charAt(0).toUpperCase() + rest.slice(1);
    }
  }
  return line.text;
}
