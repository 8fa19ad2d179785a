import { describe, expect, it } from "vitest";
import { team, view } from "../testing";
import type { AreaBelief } from "../wire";
import { arrange, sizeOf, totalOf } from "./arrange";
import { contentsOf, countsOf, totals, warningsOf } from "./belief";
import { DESK } from "./sizes";

describe("what an area holds", () => {
  const belief: AreaBelief = {
    index: 1,
    zone: "hot",
    zone_age_s: 10,
    zone_by: "you",
    seen_age_s: 5,
    cleared: false,
    red: 2,
    yellow: 0,
    green: 1,
    grey: 4,
    threat: true,
    source: "CT1",
  };
  const contents = contentsOf(
    view({
      areas: [belief],
      teams: [team({ area: 1 }), team({ index: 1, area: -1 })],
      ccp: 1,
      aep: 3,
    }),
  );

  it("gathers beliefs, teams, casualties and flags; unknown places hold nothing", () => {
    expect(contents.get(1)?.counts.map((one) => [one.letter, one.count])).toEqual([
      ["R", 2],
      ["G", 1],
      ["✚", 4],
    ]);
    expect(contents.get(1)?.teams).toHaveLength(1);
    expect(contents.get(1)?.flags).toEqual([{ name: "CCP", pending: false }]);
    expect(contents.get(3)?.flags).toEqual([{ name: "AEP", pending: false }]);
    expect(contents.has(0)).toBe(false);
    expect(totals(contents, [0, 1, 3])).toEqual({ teams: 1, hurt: 3, threat: true });
  });

  it("flags a second attacker spoken of, a device and cars in the way, until nothing is left of it", () => {
    const names = (over: Partial<AreaBelief>) =>
      warningsOf({ ...belief, ...over }).map((flag) => flag.warns && flag.name);
    expect(names({ alarm: "second attacker" })).toEqual(["2ND?"]);
    expect(names({ alarm: "device", cars: true })).toEqual(["DEVICE", "CARS"]);
    expect(names({ alarm: "", cars: false })).toEqual([]);
    expect(names({})).toEqual([]);
  });

  it("shows people who are not hurt as a mark of their own, beside those who are", () => {
    const room = { name: "Library", asks: false, zoneText: "", width: 300, height: 200 };
    const full = { ...belief, uninjured: 25 };
    const told = { belief: full, teams: [], counts: countsOf(full), flags: [] };
    const marks = arrange(room, told, DESK).marks.filter((mark) => mark.kind === "count");
    expect(marks.map((mark) => mark.count.count)).toEqual([2, 1, 4, 25]);
    expect(marks.at(-1)?.count.triage).toBe("unhurt");
    expect(totals(new Map([[1, told]]), [1]).hurt).toBe(3);
  });

  it("counts a bare claim only until somebody has sorted the hurt", () => {
    const bare = { ...belief, red: 0, green: 0, grey: 0, claimed: 5 };
    expect(countsOf(bare)).toEqual([{ triage: "unsorted", letter: "?", count: 5 }]);
    expect(countsOf({ ...belief, claimed: 5 }).map((one) => one.letter)).toEqual(["R", "G", "✚"]);
  });

  it("stands side by side in a narrow strip and in rows where there is height", () => {
    const room = { name: "Corridor", asks: false, zoneText: "" };
    const strip = arrange({ ...room, width: 400, height: 28 }, contents.get(1), DESK);
    expect(new Set(strip.marks.map((mark) => mark.y))).toEqual(new Set([0]));
    const tall = arrange({ ...room, width: 40, height: 300 }, contents.get(1), DESK);
    const downwards = tall.marks.map((mark) => mark.y);
    expect(downwards).toEqual([...downwards].sort((a, b) => a - b));
    expect(new Set(tall.marks.map((mark) => mark.x))).toEqual(new Set([0]));
    const wide = arrange({ ...room, width: 400, height: 300 }, contents.get(1), DESK);
    expect(wide.name).not.toBeNull();
  });

  it("stays inside its room and never overlaps, however many are in it", () => {
    const belief = contents.get(1)!.belief!;
    for (const people of [1, 3, 6, 12]) {
      const teams = Array.from({ length: people }, (_, index) => team({ index }));
      const full = { ...belief, red: 12, yellow: 3, green: 1, grey: 2, threat: true };
      const crowd = { belief: full, teams, counts: countsOf(full), flags: [] };
      for (const [width, height] of [
        [300, 200],
        [150, 90],
        [90, 90],
        [70, 60],
        [24, 190],
      ] as const) {
        const room = { name: "Library", asks: false, zoneText: "", width, height };
        const made = arrange(room, crowd, DESK);
        const boxes = made.marks.map((mark) => {
          const size = sizeOf(mark, { ...made, sizes: DESK, scale: 1 });
          const [w, h] = [(size.width * made.scale) / 2, (size.height * made.scale) / 2];
          return { l: mark.x - w, r: mark.x + w, t: mark.y - h, b: mark.y + h };
        });
        for (const box of boxes) {
          expect(Math.max(-box.l, box.r)).toBeLessThanOrEqual(width / 2 + 1);
          expect(Math.max(-box.t, box.b)).toBeLessThanOrEqual(height / 2 + 1);
        }
        const apart = boxes.every((one, i) =>
          boxes.every(
            (two, j) =>
              j <= i ||
              one.r <= two.l + 1 ||
              two.r <= one.l + 1 ||
              one.b <= two.t + 1 ||
              two.b <= one.t + 1,
          ),
        );
        expect(apart, `${people} teams in ${width}x${height}`).toBe(true);
      }
    }
  });

  it("gathers teams before casualties, and says how many there are", () => {
    const belief = contents.get(1)!.belief!;
    const teams = [0, 1, 2, 3].map((index) => team({ index }));
    const full = { ...belief, red: 2, yellow: 3, green: 0, grey: 0, threat: false };
    const crowd = { belief: full, teams, counts: countsOf(full), flags: [] };
    const room = { name: "Hall", asks: false, zoneText: "" };
    const kinds = (width: number, height: number) =>
      arrange({ ...room, width, height }, crowd, DESK).marks.map((mark) => mark.kind);
    expect(kinds(400, 200)).toEqual(["count", "count", "team", "team", "team", "team"]);
    expect(kinds(80, 62)).toEqual(["count", "count", "stack"]);
    expect(kinds(60, 60)).toEqual(["pile", "stack"]);
    expect(totalOf(crowd.counts)).toBe(5);
  });

  it("draws what only callers say of a threat as theirs", () => {
    const belief = contents.get(1)!.belief!;
    const said = { ...belief, threat: false, threat_said: "a caller", threat_age_s: 60 };
    const one = { belief: said, teams: [], counts: [], flags: [] };
    const room = { name: "Hall", asks: false, zoneText: "", width: 200, height: 200 };
    expect(arrange(room, one, DESK).marks.map((mark) => mark.kind)).toEqual(["said"]);
  });

  it("asks its question only of ground that nobody reported", () => {
    const room = { name: "Gym", zoneText: "", width: 200, height: 200 };
    expect(arrange({ ...room, asks: true }, undefined, DESK).unknown).not.toBeNull();
    expect(arrange({ ...room, asks: false }, undefined, DESK).unknown).toBeNull();
  });
});
