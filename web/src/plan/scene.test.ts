import { describe, expect, it } from "vitest";
import { area } from "../testing";
import type { PlanView } from "../wire";
import { corridorLine } from "./corridor";
import { chord, inside, nearestEdge, ringArea } from "./geometry";
import { fitLabel, grid, stack, wrap } from "./labels";
import { areaAt, buildScene, caught, groundBelow, neighbour } from "./scene";
import { edgeSpots, fit, panBy, reveal, toPlanPoint, toScreen, zoomAt } from "./viewport";

const SQUARE: [number, number][] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];
const HOLE: [number, number][] = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
  [4, 4],
];

const plan: PlanView = {
  name: "Test",
  levels: [
    { number: 1, name: "Upper" },
    { number: 0, name: "Ground" },
  ],
  areas: [
    area(0, "West"),
    area(1, "Middle"),
    area(2, "East"),
    area(3, "Yard", {
      kind: "outdoor",
      rings: [
        [
          [-20, -20],
          [60, -20],
          [60, 30],
          [-20, 30],
          [-20, -20],
        ],
      ],
    }),
    area(4, "Stairs up", { level: 1 }),
  ],
  openings: [
    { a: 0, b: 1, kind: "door", state: "open", width_m: 1, x_m: 10, y_m: 4 },
    { a: 2, b: 3, kind: "door", state: "closed", width_m: 1, x_m: 25, y_m: 8 },
    { a: 0, b: 4, kind: "stairs", state: "open", width_m: 1, x_m: 5, y_m: 4 },
  ],
  marks: [{ kind: "staging", name: "Staging", area: 3, x_m: 50, y_m: 20 }],
  attribution: "",
};
const scene = buildScene(plan);
const ground = scene.levels[0]!;

describe("geometry", () => {
  it("takes a hole as outside", () => {
    expect(inside([SQUARE], 5, 5)).toBe(true);
    expect(inside([SQUARE, HOLE], 5, 5)).toBe(false);
    expect(inside([SQUARE], 11, 5)).toBe(false);
    expect(ringArea(SQUARE)).toBe(100);
  });

  it("measures the free stretch either side and the nearest wall", () => {
    expect(chord([SQUARE], 2, 5, "x")).toEqual({ before: 2, after: 8 });
    expect(chord([SQUARE, HOLE], 2, 5, "x")).toEqual({ before: 2, after: 2 });
    const wall = nearestEdge([SQUARE], 10.2, 5);
    expect(wall.distance).toBeCloseTo(0.2);
    expect(Math.abs(wall.dy)).toBe(1);
  });
});

describe("the scene", () => {
  it("orders floors from the ground up and turns north upwards", () => {
    expect(scene.levels.map((one) => one.name)).toEqual(["Ground", "Upper"]);
    expect(scene.byArea.get(0)?.y).toBe(-4);
    expect(scene.inner).toEqual({ left: 0, right: 50, top: -8, bottom: -0 });
  });

  it("draws the ground floor beneath upper floors, and nothing beneath itself", () => {
    expect(groundBelow(scene, scene.levels[1]!)).toBe(ground);
    expect(groundBelow(scene, ground)).toBeNull();
  });

  it("knows exits and stairs from inner doors", () => {
    expect(ground.openings.map((one) => [one.exit, one.up])).toEqual([
      [false, 0],
      [true, 0],
      [false, 1],
    ]);
    expect(Math.abs(ground.openings[0]!.dy)).toBe(1);
  });

  it("hits the smallest area under a finger, or the nearest within reach", () => {
    expect(areaAt(ground, 15, -4, 1)?.area.name).toBe("Middle");
    expect(areaAt(ground, 40, 10, 1)?.area.name).toBe("Yard");
    expect(areaAt(ground, 61, 0, 2)?.area.name).toBe("Yard");
    expect(areaAt(ground, 70, 0, 2)).toBeNull();
  });

  it("walks from area to area with the arrow keys", () => {
    const west = scene.byArea.get(0);
    expect(neighbour(ground, west, 1, 0)?.area.name).toBe("Middle");
    expect(neighbour(ground, scene.byArea.get(1), -1, 0)?.area.name).toBe("West");
    expect(neighbour(ground, undefined, 1, 0)).not.toBeNull();
  });

  it("catches in a lasso the areas whose middle lies inside", () => {
    const lasso = [
      { x: -1, y: -9 },
      { x: 21, y: -9 },
      { x: 21, y: 1 },
      { x: -1, y: 1 },
    ];
    expect(caught(ground, lasso).sort()).toEqual([0, 1]);
    expect(caught(ground, lasso.slice(0, 2))).toEqual([]);
  });

  it("leads the corridor through the doors of the shown floor only", () => {
    expect(corridorLine([4, 0, 1], scene, ground)).toEqual([
      { x: 5, y: -4 },
      { x: 10, y: -4 },
      { x: 15, y: -4 },
    ]);
  });

  it("builds and searches a site of 400 areas on 4 floors well within a frame budget", () => {
    const areas = Array.from({ length: 400 }, (_, i) => area(i, `Room ${i}`, { level: i % 4 }));
    const levels = [0, 1, 2, 3].map((number) => ({ number, name: `${number}` }));
    const start = performance.now();
    const big = buildScene({ ...plan, areas, levels, openings: [], marks: [] });
    for (let i = 0; i < 100; i += 1) areaAt(big.levels[i % 4]!, i * 40, -4, 1);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(big.levels.map((one) => one.areas.length)).toEqual([100, 100, 100, 100]);
  });
});

describe("pan and zoom", () => {
  const size = { width: 800, height: 600 };
  const box = { left: 0, top: 0, right: 100, bottom: 50 };

  it("fits a box and keeps the point under the finger while zooming", () => {
    const start = fit(box, size, 0);
    expect(start.k).toBe(8);
    const before = toPlanPoint(start, 200, 150);
    const closer = zoomAt(start, 2, 200, 150, 0.1);
    expect(toScreen(closer, before.x, before.y).x).toBeCloseTo(200);
    expect(zoomAt(start, 0.0001, 0, 0, 3).k).toBe(3);
  });

  it("never loses the plan off the screen", () => {
    const far = panBy(fit(box, size), 1e6, -1e6, box, size);
    const corner = toScreen(far, box.left, box.bottom);
    expect(corner.x).toBeLessThanOrEqual(size.width - 80);
    expect(corner.y).toBeGreaterThanOrEqual(80);
  });

  it("points from the edge to what lies off the screen, without covering another pointer", () => {
    const start = fit(box, size);
    expect(edgeSpots(start, [{ x: 50, y: 25 }], size)).toEqual([null]);
    const [first, second] = edgeSpots(
      start,
      [
        { x: 900, y: 25 },
        { x: 950, y: 26 },
      ],
      size,
    );
    expect(first!.x).toBeLessThan(size.width);
    expect(Math.abs(first!.y - second!.y)).toBeGreaterThanOrEqual(40);
  });

  it("moves no more than needed to show a place", () => {
    const start = fit(box, size);
    expect(reveal(start, { x: 50, y: 25 }, size)).toEqual(start);
    const moved = reveal(zoomAt(start, 5, 0, 0, 0.1), { x: 99, y: 49 }, size);
    expect(toScreen(moved, 99, 49).x).toBeLessThanOrEqual(720);
  });
});

describe("labels", () => {
  it("wraps at words, turns in tall areas, falls back to the number, else stays away", () => {
    expect(wrap("Corridor at the west", 2)).toEqual(["Corridor", "at the west"]);
    expect(fitLabel("Library", 100, 20, 13)?.lines).toEqual(["Library"]);
    expect(fitLabel("Room 101", 40, 40, 13)?.lines).toEqual(["Room", "101"]);
    expect(fitLabel("East corridor", 18, 200, 13)).toEqual({
      lines: ["East corridor"],
      turned: true,
    });
    expect(fitLabel("Room 101", 30, 16, 13)?.lines).toEqual(["101"]);
    expect(fitLabel("Library", 20, 16, 13)).toBeNull();
  });

  it("always draws marks, and names only where there is room", () => {
    const rows = [
      { key: "name", height: 20, priority: 1 },
      { key: "teams", height: 30, priority: 0 },
    ];
    expect([...stack(rows, 60).keys()]).toEqual(["name", "teams"]);
    expect([...stack(rows, 40)]).toEqual([["teams", 0]]);
    expect(grid(3, 2, 10, 10)).toEqual([
      { x: -5, y: -5 },
      { x: 5, y: -5 },
      { x: 0, y: 5 },
    ]);
  });
});
