/** Plane geometry for the plan. Plan space is metres with y growing downwards, as screens do. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Ring = readonly (readonly [number, number])[];

/** The rings as they are drawn: y turned downwards. */
export function toPlan(rings: readonly Ring[]): [number, number][][] {
  return rings.map((ring) => ring.map(([x, y]): [number, number] => [x, -y]));
}

export function boxOf(rings: readonly Ring[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { left, top, right, bottom };
}

/** The smallest box around all of them; an empty list gives a ten-metre square. */
export function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, top: 0, right: 10, bottom: 10 };
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Even-odd containment, so that holes are outside. */
export function inside(rings: readonly Ring[], x: number, y: number): boolean {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi, yi] = ring[i] as readonly [number, number];
      const [xj, yj] = ring[j] as readonly [number, number];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  }
  return within;
}

export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] as readonly [number, number];
    const [xj, yj] = ring[j] as readonly [number, number];
    twice += xj * yi - xi * yj;
  }
  return Math.abs(twice) / 2;
}

/** Distance from a point to the nearest edge, and that edge's unit direction. */
export function nearestEdge(
  rings: readonly Ring[],
  x: number,
  y: number,
): { distance: number; dx: number; dy: number } {
  let best = { distance: Infinity, dx: 1, dy: 0 };
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[j] as readonly [number, number];
      const [bx, by] = ring[i] as readonly [number, number];
      const length = Math.hypot(bx - ax, by - ay);
      if (length === 0) continue;
      const distance = toSegment(x, y, ax, ay, bx, by);
      if (distance < best.distance)
        best = { distance, dx: (bx - ax) / length, dy: (by - ay) / length };
    }
  }
  return best;
}

/** The stretch of a straight line through (x, y) that stays inside, as distances either side. */
export function chord(
  rings: readonly Ring[],
  x: number,
  y: number,
  along: "x" | "y",
): { before: number; after: number } {
  let [before, after] = [Infinity, Infinity];
  const at = along === "x" ? y : x;
  const from = along === "x" ? x : y;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[j] as readonly [number, number];
      const [bx, by] = ring[i] as readonly [number, number];
      const [p, q] = along === "x" ? [ay, by] : [ax, bx];
      if (p > at === q > at) continue;
      const [u, v] = along === "x" ? [ax, bx] : [ay, by];
      const cut = u + ((at - p) / (q - p)) * (v - u);
      if (cut <= from) before = Math.min(before, from - cut);
      else after = Math.min(after, cut - from);
    }
  }
  return { before: finite(before), after: finite(after) };
}

export function pathOf(rings: readonly Ring[]): string {
  return rings
    .map((ring) => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`)
    .join("");
}

function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
