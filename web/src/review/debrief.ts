/** The key moments of a debrief: where to stop, ask, and only then tell. */

import type { Entry, Review, Statement } from "./review";
import type { Worth, WorthReview } from "./worth";

export interface KeyMoment {
  readonly at_s: number;
  readonly areas: readonly number[];
  /** Whether it is something to sustain, or something that cost, or simply stood out. */
  readonly tone: "sustain" | "cost" | "stood_out";
  /** What the truth is told with; empty where the rest says it. */
  readonly text: string;
  /** Decisions of that moment that cost or saved most. */
  readonly worths: readonly Worth[];
  readonly statement: Statement | null;
}

const COSTLY_MOST = 3;
const SAVED_MOST = 2;
const MOST = 8;
const NEAR_S = 30;
const HEARD_S = 180;
/** Decisions so close in time are asked about at once: what the seat knew is the same. */
const SAME_S = 5;

/** Costly decisions, those that saved, what stood out and went well; by time, each moment once. */
export function keyMoments(review: Review, worth: WorthReview | null): KeyMoment[] {
  const priced = worth?.decisions ?? [];
  const mean = (one: Worth) => one.cost?.mean ?? 0;
  const costly = priced.filter((one) => mean(one) > 0).slice(0, COSTLY_MOST);
  const saved = priced
    .filter((one) => mean(one) < 0)
    .sort((a, b) => mean(a) - mean(b))
    .slice(0, SAVED_MOST);
  const found = together([...costly, ...saved]).map((worths): KeyMoment => {
    const first = worths[0]!;
    const said = (one: Worth) => review.statements.find((said) => said.sequence === one.sequence);
    return {
      at_s: first.at_s,
      areas: worths.flatMap((one) => (one.area >= 0 ? [one.area] : [])),
      tone: worths.some((one) => mean(one) > 0) ? "cost" : "sustain",
      text: "",
      worths,
      statement: worths.map(said).find((one) => one !== undefined) ?? null,
    };
  });
  const add = (one: KeyMoment) => {
    const free = found.every((other) => Math.abs(other.at_s - one.at_s) > NEAR_S);
    if (free && found.length < MOST) found.push(one);
  };
  for (const tone of ["went_well", "stood_out"] as const) {
    for (const line of review.lines.filter((one) => one.tone === tone)) {
      if (line.at_s === null || line.at_s < review.start_s || line.at_s > review.end_s) continue;
      add({
        at_s: line.at_s,
        areas: line.areas,
        tone: tone === "went_well" ? "sustain" : "stood_out",
        text: line.text,
        worths: [],
        statement: null,
      });
    }
  }
  for (const said of review.statements) {
    add({
      at_s: said.at_s,
      areas: said.areas,
      tone: "stood_out",
      text: "",
      worths: [],
      statement: said,
    });
  }
  return found.sort((a, b) => a.at_s - b.at_s);
}

/** Decisions of one time beside each other, in the order in which they came. */
function together(decisions: readonly Worth[]): Worth[][] {
  const out: Worth[][] = [];
  for (const one of decisions) {
    const there = out.find((some) => Math.abs(some[0]!.at_s - one.at_s) <= SAME_S);
    if (there) there.push(one);
    else out.push([one]);
  }
  return out;
}

/** What the seat had heard and said in the minutes before a moment, the newest last. */
export function lastHeard(review: Review, at_s: number): Entry[] {
  return review.timeline.filter(
    (one) =>
      one.at_s < at_s &&
      one.at_s >= at_s - HEARD_S &&
      one.kind !== "hidden" &&
      one.kind !== "exercise" &&
      one.kind !== "clock" &&
      (one.kind !== "report" || one.heard_s !== null),
  );
}

/** What was true around a moment and reached nobody. */
export function hiddenAround(review: Review, at_s: number): Entry[] {
  return review.timeline.filter(
    (one) => one.kind === "hidden" && Math.abs(one.at_s - at_s) <= HEARD_S,
  );
}
