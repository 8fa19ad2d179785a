/** The floor plan made ready for drawing: once per exercise, per level. */

import type { AreaView, MarkView, OpeningView, PlanView } from "../wire";
import { boxOf, chord, inside, nearestEdge, pathOf, ringArea, toPlan, union } from "./geometry";
import type { Box, Point, Ring } from "./geometry";

/** One area as drawn; `x, y` is the middle of its roomiest place, with room either side in metres. */
export interface DrawnArea {
  readonly area: AreaView;
  readonly rings: Ring[];
  readonly path: string;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly floor: number;
  readonly indoors: boolean;
}

/** One opening as drawn: a stretch of wall along (dx, dy); `up` is +1 or -1 for stairs. */
export interface DrawnOpening {
  readonly opening: OpeningView;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly exit: boolean;
  readonly up: number;
}

export interface LevelScene {
  readonly number: number;
  readonly name: string;
  readonly areas: DrawnArea[];
  readonly openings: DrawnOpening[];
  readonly marks: { mark: MarkView; x: number; y: number }[];
}

export interface Scene {
  readonly levels: LevelScene[];
  readonly byArea: Map<number, DrawnArea>;
  readonly box: Box;
  readonly inner: Box;
}

const OUTSIDE = new Set(["outdoor", "road"]);

export function isIndoors(area: AreaView | undefined): boolean {
  return area !== undefined && !OUTSIDE.has(area.kind);
}

export function buildScene(plan: PlanView): Scene {
  const byArea = new Map(plan.areas.map((area) => [area.index, drawArea(area)]));
  const levels = [...plan.levels]
    .sort((a, b) => a.number - b.number)
    .map((level) => ({
      number: level.number,
      name: level.name,
      areas: onLevel(plan, level.number, byArea),
      openings: plan.openings.flatMap((opening) => drawOpening(opening, level.number, byArea)),
      marks: plan.marks
        .filter((mark) => byArea.get(mark.area)?.area.level === level.number)
        .map((mark) => ({ mark, x: mark.x_m, y: -mark.y_m })),
    }));
  const drawn = [...byArea.values()];
  const indoors = drawn.filter((one) => one.indoors);
  return {
    levels,
    byArea,
    box: union(drawn.map((one) => one.box)),
    inner: union((indoors.length > 0 ? indoors : drawn).map((one) => one.box)),
  };
}

/** The ground floor that a floor stands on, or null for what is not above ground. */
export function groundBelow(scene: Scene, level: LevelScene): LevelScene | null {
  if (level.number <= 0) return null;
  return scene.levels.find((one) => one.number === 0) ?? null;
}

/** The area at a point: the smallest that holds it, else the nearest within reach (metres). */
export function areaAt(level: LevelScene, x: number, y: number, reach: number): DrawnArea | null {
  const holding = level.areas.filter((one) => inside(one.rings, x, y));
  if (holding.length > 0) return holding.reduce((a, b) => (b.floor < a.floor ? b : a));
  let best: { area: DrawnArea | null; distance: number } = { area: null, distance: reach };
  for (const area of level.areas) {
    const distance = nearestEdge(area.rings, x, y).distance;
    if (distance < best.distance) best = { area, distance };
  }
  return best.area;
}

/** The next area from one in a direction, for choosing with the arrow keys. */
export function neighbour(
  level: LevelScene,
  from: DrawnArea | undefined,
  dx: number,
  dy: number,
): DrawnArea | null {
  if (!from) return level.areas.find((one) => one.indoors) ?? level.areas[0] ?? null;
  let best: { area: DrawnArea | null; cost: number } = { area: null, cost: Infinity };
  for (const one of level.areas) {
    if (one === from) continue;
    const [x, y] = [one.x - from.x, one.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0.1 || aside > ahead * 2.5) continue;
    const cost = ahead + aside * 2;
    if (cost < best.cost) best = { area: one, cost };
  }
  return best.area;
}

/** Areas whose middle lies inside a lasso; ground larger than the lasso is not what was meant. */
export function caught(level: LevelScene, lasso: readonly Point[]): number[] {
  if (lasso.length < 3) return [];
  const ring: Ring = lasso.map((point) => [point.x, point.y] as const);
  const most = ringArea(ring);
  return level.areas
    .filter((one) => one.floor <= most && inside([ring], one.x, one.y))
    .map((one) => one.area.index);
}

function onLevel(plan: PlanView, level: number, byArea: Map<number, DrawnArea>): DrawnArea[] {
  return plan.areas
    .filter((area) => area.level === level)
    .map((area) => byArea.get(area.index) as DrawnArea)
    .sort((a, b) => Number(a.indoors) - Number(b.indoors) || b.floor - a.floor);
}

function drawArea(area: AreaView): DrawnArea {
  const rings = toPlan(area.rings);
  const middle = roomiest(rings, area.x_m, -area.y_m);
  const floor = rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringArea(ring), 0);
  return {
    area,
    rings,
    path: pathOf(rings),
    box: boxOf(rings),
    ...middle,
    floor,
    indoors: isIndoors(area),
  };
}

/** Slides the given inner point to the middle of its own vertical, then horizontal chord. */
function roomiest(
  rings: Ring[],
  x: number,
  y: number,
): { x: number; y: number; halfWidth: number; halfHeight: number } {
  const tall = chord(rings, x, y, "y");
  const midY = y + (tall.after - tall.before) / 2;
  const wide = chord(rings, x, midY, "x");
  const midX = x + (wide.after - wide.before) / 2;
  const again = chord(rings, midX, midY, "y");
  return {
    x: midX,
    y: midY,
    halfWidth: (wide.after + wide.before) / 2,
    halfHeight: Math.min(again.before, again.after),
  };
}

function drawOpening(
  opening: OpeningView,
  level: number,
  byArea: Map<number, DrawnArea>,
): DrawnOpening[] {
  const [a, b] = [byArea.get(opening.a), byArea.get(opening.b)];
  const here = [a, b].filter((one) => one?.area.level === level) as DrawnArea[];
  const first = here[0];
  // Open ground flows into open ground: only walls have openings worth drawing.
  if (!a || !b || !first || (!a.indoors && !b.indoors)) return [];
  const [x, y] = [opening.x_m, -opening.y_m];
  const wall = here
    .map((one) => nearestEdge(one.rings, x, y))
    .reduce((best, edge) => (edge.distance < best.distance ? edge : best));
  const other = first === a ? b : a;
  const up = here.length === 2 ? 0 : Math.sign(other.area.level - level);
  return [{ opening, x, y, dx: wall.dx, dy: wall.dy, exit: a.indoors !== b.indoors, up }];
}

/** Whether two plans of it fit better above each other than beside each other. */
export function isWide(scene: Scene): boolean {
  const { left, right, top, bottom } = scene.inner;
  return (right - left) / (bottom - top) > 2;
}
