/** The page's one state: the moment shown, what is lit, and how the plan is looked at. */

import type { Viewport } from "../plan/viewport";
import type { Review } from "./review";
import { momentAfter, momentAt, pictureOf, unfold, type Moment, type Side } from "./replay";

import type { WorthReview } from "./worth";

const SIM_S_PER_S = 40;
const TICK_MS = 250;

export type Sides = "belief" | "truth" | "both";

export class Desk {
  readonly review: Review;
  readonly moments: Moment[];
  at_s = $state(0);
  sides = $state<Sides>("both");
  level = $state(0);
  lit = $state.raw<readonly number[]>([]);
  playing = $state(false);
  /** What decisions were worth, once that is worked out and may be seen. */
  worth = $state.raw<WorthReview | null>(null);
  viewport = $state.raw<Viewport>({ x: 0, y: 0, k: 0 });
  /** Whether the viewer has chosen what the plan shows; until then it shows the building. */
  moved = false;
  aim = $state.raw({ area: -1, count: 0 });
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(review: Review) {
    this.review = review;
    this.moments = unfold(review.frames);
    this.at_s = review.start_s;
    this.level = busiestLevel(review);
  }

  get moment(): Moment {
    return momentAt(this.moments, this.at_s);
  }

  get last_s(): number {
    return this.moments.at(-1)?.at_s ?? 0;
  }

  picture(side: Side) {
    return pictureOf(this.moment, side, this.review);
  }

  /** A person moves the slider. */
  seek(at_s: number): void {
    this.stop();
    this.lit = [];
    this.at_s = Math.max(0, Math.min(this.last_s, at_s));
  }

  /** Something on the page is pointed at: the slider and the plan follow. */
  point(at_s: number | null, areas: readonly number[]): void {
    this.stop();
    if (at_s !== null) this.at_s = momentAfter(this.moments, at_s).at_s;
    this.lit = areas;
    const first = areas[0];
    const place = first === undefined ? undefined : this.review.site.areas[first];
    if (first !== undefined && place) {
      this.level = place.level;
      this.aim = { area: first, count: this.aim.count + 1 };
    }
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.play();
  }

  play(): void {
    if (this.at_s >= this.last_s) this.at_s = 0;
    this.lit = [];
    this.playing = true;
    this.#timer = setInterval(() => {
      this.at_s = Math.min(this.last_s, this.at_s + (SIM_S_PER_S * TICK_MS) / 1000);
      if (this.at_s >= this.last_s) this.stop();
    }, TICK_MS);
  }

  stop(): void {
    this.playing = false;
    clearInterval(this.#timer);
  }
}

/** The floor on which most people were hurt, else the ground floor. */
function busiestLevel(review: Review): number {
  const hurt = new Map<number, number>();
  for (const one of review.casualties) {
    const level = review.site.areas[one.area]?.level ?? 0;
    hurt.set(level, (hurt.get(level) ?? 0) + 1);
  }
  const [first] = [...hurt].sort((a, b) => b[1] - a[1]);
  return first ? first[0] : 0;
}
