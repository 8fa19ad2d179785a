/** Pan and zoom: screen = plan × k + (x, y). */

import type { Box, Point } from "./geometry";

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_PX_PER_M = 60;

/** The view that shows the whole box with a margin in pixels. */
export function fit(box: Box, size: Size, margin = 24): Viewport {
  const width = Math.max(1, box.right - box.left);
  const height = Math.max(1, box.bottom - box.top);
  const k = Math.max(
    0.05,
    Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height),
  );
  return {
    k,
    x: size.width / 2 - ((box.left + box.right) / 2) * k,
    y: size.height / 2 - ((box.top + box.bottom) / 2) * k,
  };
}

/** Zoom that keeps the plan point under (sx, sy) where it is. */
export function zoomAt(
  view: Viewport,
  factor: number,
  sx: number,
  sy: number,
  least: number,
): Viewport {
  const k = Math.max(least, Math.min(MOST_PX_PER_M, view.k * factor));
  const by = k / view.k;
  return { k, x: sx - (sx - view.x) * by, y: sy - (sy - view.y) * by };
}

/** Moves by pixels, keeping a part of the box on the screen. */
export function panBy(view: Viewport, dx: number, dy: number, box: Box, size: Size): Viewport {
  const keep = 80;
  const x = clamp(view.x + dx, keep - box.right * view.k, size.width - keep - box.left * view.k);
  const y = clamp(view.y + dy, keep - box.bottom * view.k, size.height - keep - box.top * view.k);
  return { ...view, x, y };
}

/** Moves as little as needed to bring a plan point well inside the screen. */
export function reveal(view: Viewport, point: Point, size: Size, margin = 80): Viewport {
  const at = toScreen(view, point.x, point.y);
  const mx = Math.min(margin, size.width / 3);
  const my = Math.min(margin, size.height / 3);
  const dx = at.x < mx ? mx - at.x : at.x > size.width - mx ? size.width - mx - at.x : 0;
  const dy = at.y < my ? my - at.y : at.y > size.height - my ? size.height - my - at.y : 0;
  return { ...view, x: view.x + dx, y: view.y + dy };
}

export function toScreen(view: Viewport, x: number, y: number): Point {
  return { x: x * view.k + view.x, y: y * view.k + view.y };
}

export function toPlanPoint(view: Viewport, sx: number, sy: number): Point {
  return { x: (sx - view.x) / view.k, y: (sy - view.y) / view.k };
}

const EDGE = 6;
const CHIP_WIDE = 90;
const CHIP_TALL = 44;

/** For each plan point off the screen, where on the edge its pointer stands; null for those seen. */
export function edgeSpots(view: Viewport, points: readonly Point[], size: Size): (Point | null)[] {
  const taken: Point[] = [];
  return points.map((point) => {
    const at = toScreen(view, point.x, point.y);
    if (at.x >= 0 && at.x <= size.width && at.y >= 0 && at.y <= size.height) return null;
    const x = clamp(at.x, EDGE, size.width - EDGE);
    let y = clamp(at.y, CHIP_TALL / 2, size.height - CHIP_TALL / 2);
    const step = y > size.height / 2 ? -CHIP_TALL : CHIP_TALL;
    const covers = (one: Point) =>
      Math.abs(one.x - x) < CHIP_WIDE && Math.abs(one.y - y) < CHIP_TALL;
    while (taken.some(covers)) y += step;
    taken.push({ x, y });
    return { x, y };
  });
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value));
}
