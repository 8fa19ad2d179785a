import { describe, expect, it } from "vitest";
import type { Hello, View } from "../wire";
import { truthOf } from "./truth";

const hello = {
  plan: { areas: [{ name: "Hall" }, { name: "Library" }] },
  roster: [{ callsign: "CITY1", discipline: "police" }],
  tasks: ["no task", "clearing"],
} as unknown as Hello;

const view = {
  areas: [{ index: 0, red: 2, yellow: 0, green: 1, grey: 0, threat: true }],
  teams: [{ index: 0, unassigned: false }],
  situation: { threat: "unknown" },
  corridor: { state: "none", areas: [], posts: [], posts_held: 0, posts_needed: 0 },
  ccp: 1,
  aep: -1,
} as unknown as View;

const truth = {
  at_s: 60,
  truth: [1, 1, 0, 0] as [number, number, number, number],
  truth_teams: [[0, 1, 3, 0, -1, 1]] as [number, number, number, number, number, number][],
  truth_areas: [[1, 3, 1, 0, 2, 1]] as [number, number, number, number, number, number][],
};

describe("what is true beside what was told", () => {
  it("is not there for a seat that is not sent it", () => {
    expect(truthOf(hello, view)).toBeNull();
  });

  it("says both in figures, each with its own threat and teams", () => {
    const both = truthOf(hello, { ...view, truth })!;
    expect(both.told).toEqual({
      threat: "unknown, Hall",
      counts: "R 2 · Y 0 · G 1 · ✚ 0",
      idle: 0,
    });
    expect(both.true).toEqual({
      threat: "active, Library",
      counts: "R 3 · Y 1 · G 0 · ✚ 2",
      idle: 1,
    });
  });

  it("draws teams where they are, the hazard's reach, and what was named", () => {
    const { picture } = truthOf(hello, { ...view, truth })!;
    expect(picture.teams[0]).toMatchObject({ callsign: "CITY1", area: 1, task_text: "no task" });
    expect(picture.exposed).toEqual([1]);
    expect(picture.contents.get(1)?.flags).toEqual([{ name: "CCP", pending: false }]);
  });
});
