/** Fingers and mouse on the plan: tap, long press, drag, pinch. Screen pixels in, wishes out. */

import type { Point } from "./geometry";

export interface GestureEvents {
  tap(at: Point, target: EventTarget | null): void;
  hold(at: Point): void;
  drag(dx: number, dy: number, at: Point): void;
  pinch(factor: number, at: Point, dx: number, dy: number): void;
  /** The last finger is up; `moved` tells a drag from a tap. */
  done(moved: boolean): void;
}

const SLOP_PX = 8;
const HOLD_MS = 480;

export class Gestures {
  readonly #events: GestureEvents;
  readonly #fingers = new Map<number, Point>();
  #start: Point = { x: 0, y: 0 };
  #moved = false;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: GestureEvents) {
    this.#events = events;
  }

  get busy(): boolean {
    return this.#fingers.size > 0;
  }

  down(id: number, at: Point, touch: boolean): void {
    this.#fingers.set(id, at);
    clearTimeout(this.#timer);
    if (this.#fingers.size > 1) {
      this.#moved = true;
      return;
    }
    this.#start = at;
    this.#moved = false;
    this.#held = false;
    if (touch) {
      this.#timer = setTimeout(() => {
        this.#held = true;
        this.#events.hold(at);
      }, HOLD_MS);
    }
  }

  move(id: number, at: Point): void {
    const before = this.#fingers.get(id);
    if (!before) return;
    if (this.#fingers.size === 2) {
      this.#pinched(id, at);
      return;
    }
    if (!this.#moved && Math.hypot(at.x - this.#start.x, at.y - this.#start.y) < SLOP_PX) return;
    clearTimeout(this.#timer);
    const from = this.#moved ? before : this.#start;
    this.#moved = true;
    this.#fingers.set(id, at);
    this.#events.drag(at.x - from.x, at.y - from.y, at);
  }

  up(id: number, at: Point, target: EventTarget | null): void {
    if (!this.#fingers.delete(id)) return;
    clearTimeout(this.#timer);
    if (this.#fingers.size > 0) return;
    if (!this.#moved && !this.#held) this.#events.tap(at, target);
    this.#events.done(this.#moved);
  }

  cancel(id: number): void {
    clearTimeout(this.#timer);
    this.#fingers.delete(id);
    if (this.#fingers.size === 0) this.#events.done(true);
  }

  #pinched(id: number, at: Point): void {
    const other = [...this.#fingers].find(([key]) => key !== id)?.[1];
    const before = this.#fingers.get(id);
    if (!other || !before) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(at.x - other.x, at.y - other.y);
    this.#fingers.set(id, at);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    const factor = was > 0 ? is / was : 1;
    this.#events.pinch(factor, middle, (at.x - before.x) / 2, (at.y - before.y) / 2);
  }
}
