/** One sitting of solo drills: the record, the drill on screen, and how far the ten minutes are. */

import * as drills from "./drills";
import type { DrillMoment, DrillRecord, DrillWorth, Feedback, NextDrill, Standing } from "./shapes";

export type Step = "home" | "fetching" | "look" | "decide" | "told" | "over";

const LOOK_S = 45;
const ASK_AGAIN_MS = 1500;

export class Desk {
  record = $state.raw<DrillRecord>(drills.load());
  standing = $state.raw<Standing | null>(null);
  step = $state<Step>("home");
  moment = $state.raw<DrillMoment | null>(null);
  why = $state("");
  feedback = $state.raw<Feedback | null>(null);
  worth = $state.raw<DrillWorth | null>(null);
  chosen = $state("");
  fault = $state("");
  kept = $state(true);
  /** Seconds since the step began, and since the sitting began. */
  elapsed = $state(0);
  sat = $state(0);
  /** Decisions of this sitting. */
  done = $state.raw<Feedback[]>([]);
  #began = 0;
  #sitting = 0;
  #ahead: { next: NextDrill; moment: Promise<DrillMoment> } | null = null;

  readonly left = $derived(Math.max(0, (this.moment?.seconds ?? 0) - this.elapsed));
  readonly lookLeft = $derived(Math.max(0, LOOK_S - this.elapsed));

  async load(): Promise<void> {
    try {
      this.standing = await drills.fetchStanding(this.record);
      this.fault = "";
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  async begin(): Promise<void> {
    this.#sitting = performance.now();
    this.done = [];
    await this.next();
  }

  /** The next drill; after ten minutes the sitting is over. */
  async next(): Promise<void> {
    this.sat = (performance.now() - this.#sitting) / 1000;
    if (this.done.length > 0 && this.sat >= drills.SESSION_S) {
      this.step = "over";
      return;
    }
    this.step = "fetching";
    this.fault = "";
    try {
      const ahead = this.#ahead ?? this.#fetch();
      this.#ahead = null;
      if (!ahead) throw new Error("There is no drill to go on with. Reload the page.");
      this.moment = shuffledChoices(await ahead.moment);
      this.why = ahead.next.why;
    } catch (error) {
      this.fault = (error as Error).message;
      this.step = "home";
      return;
    }
    this.feedback = null;
    this.worth = null;
    this.chosen = "";
    this.#enter("look");
  }

  /** The situation is taken in; the clock runs now. */
  ask(): void {
    if (this.step === "look") this.#enter("decide");
  }

  tick(): void {
    this.elapsed = (performance.now() - this.#began) / 1000;
    if (this.#sitting > 0) this.sat = (performance.now() - this.#sitting) / 1000;
    if (this.step === "look" && this.lookLeft <= 0) this.ask();
    else if (this.step === "decide" && this.left <= 0) void this.choose("");
  }

  /** What is said; the empty word where time ran out. */
  async choose(choice: string): Promise<void> {
    const moment = this.moment;
    if (this.step !== "decide" || !moment) return;
    const took = (performance.now() - this.#began) / 1000;
    this.chosen = choice;
    this.step = "told";
    try {
      const feedback = await drills.answer(moment.drill, choice);
      const attempt = drills.attemptOf(moment, feedback, choice, took);
      this.feedback = feedback;
      this.done = [...this.done, feedback];
      this.#keep({ ...this.record, attempts: [...this.record.attempts, attempt] });
      await this.load();
      this.#ahead = this.#fetch();
      void this.#price(moment);
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  home(): void {
    this.step = "home";
    this.moment = null;
    this.#sitting = 0;
    void this.load();
  }

  /** Puts another record in its place. */
  async replace(record: DrillRecord): Promise<void> {
    this.#keep(record);
    this.#ahead = null;
    await this.load();
  }

  #keep(record: DrillRecord): void {
    this.record = record;
    this.kept = drills.keep(record);
  }

  #enter(step: Step): void {
    this.#began = performance.now();
    this.elapsed = 0;
    this.step = step;
  }

  #fetch(): { next: NextDrill; moment: Promise<DrillMoment> } | null {
    const next = this.standing?.next;
    if (!next) return null;
    const moment = drills.fetchMoment(next.drill, next.variant);
    moment.catch(() => undefined);
    return { next, moment };
  }

  /** Work out once more what could not be worked out. */
  priceAgain(): void {
    if (this.moment) void this.#price(this.moment, true);
  }

  async #price(moment: DrillMoment, again = false): Promise<void> {
    try {
      for (let first = true; ; first = false) {
        const worth = await drills.fetchWorth(moment.drill, moment.variant, again && first);
        if (this.moment !== moment || this.step !== "told") return;
        this.worth = worth;
        if (worth.state !== "working") return;
        await new Promise((go) => setTimeout(go, ASK_AGAIN_MS));
      }
    } catch {
      // The verdict stands without it.
    }
  }
}

function shuffledChoices(moment: DrillMoment): DrillMoment {
  return { ...moment, choices: drills.shuffled(moment.choices) };
}
