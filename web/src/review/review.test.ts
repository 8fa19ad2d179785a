import { describe, expect, it } from "vitest";
import { momentAfter, momentAt, pictureOf, sumOf, unfold } from "./replay";
import type { AreaBeliefRow, Frame } from "../frames";
import { planOf, type Entry, type MeasureView, type Review } from "./review";
import {
  chosenEntries,
  columnsOf,
  isBest,
  lastBefore,
  sentence,
  stairs,
  sustained,
  ticks,
  valueAt,
  written,
} from "./tell";
import type { WorthReview } from "./worth";

const square: [number, number][] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];

function place(id: string) {
  const at = { level: 0, vehicle: false, x_m: 5, y_m: 5, rings: [square] };
  return { id, name: id.toUpperCase(), kind: "room", ...at };
}

const review = {
  site: {
    name: "Yard",
    levels: [{ number: 0, name: "Ground" }],
    areas: [place("a"), place("b"), place("c")],
    openings: [],
    marks: [],
    attribution: "",
  },
  teams: [
    { callsign: "CT1", discipline: "police" },
    { callsign: "MED1", discipline: "medical" },
  ],
  tasks: ["no task", "command", "contact"],
} as unknown as Review;

const frames: Frame[] = [
  {
    at_s: 0,
    belief: [1, -1, 0, 0, -1, -1, -1, 0, 0, [], []],
    truth: [1, 2, 0, 0],
    truth_areas: [[2, 3, 0, 0, 1, 1]],
    truth_teams: [[0, 0, 2, 0, -1, 1]],
  },
  {
    at_s: 10,
    belief: [1, 1, 4, 1, 8, 0, 1, 2, 0, [0, 1], [0]],
    belief_teams: [[0, 0, 6, 2, 0, -1, 1, -1]],
    belief_areas: [[1, 2, 9, 5, -1, 1, 0, 0, 0, 0, 1, 0]],
  },
  { at_s: 20, truth_teams: [[0, 1, 2, 2, 1, 0]], belief_areas: [[1, 0, -1, 5, 18, 0, 0, 0, 0, 0, 0, 0]] },
];
const moments = unfold(frames);

describe("the replay", () => {
  it("lays frames on each other: what a frame leaves out stays as it was", () => {
    expect(moments[1]!.truthAreas.get(2)).toEqual([2, 3, 0, 0, 1, 1]);
    expect(moments[2]!.beliefTeams.get(0)![1]).toBe(0);
    expect(moments[2]!.belief).toBe(moments[1]!.belief);
    expect(moments[0]!.beliefAreas.size).toBe(0);
  });

  it("finds the moment at or before a time, and for a thing said the moment at which it shows", () => {
    expect(momentAt(moments, 19).at_s).toBe(10);
    expect(momentAt(moments, -5).at_s).toBe(0);
    expect(momentAt(moments, 999).at_s).toBe(20);
    expect(momentAfter(moments, 11).at_s).toBe(20);
    expect(momentAfter(moments, 999).at_s).toBe(20);
  });

  it("draws belief from belief rows alone: casualties nobody reported are not there", () => {
    const first = pictureOf(moments[0]!, "belief", review);
    expect(first.contents.size).toBe(0);
    expect(first.teams).toEqual([]);
    expect(first.exposed).toEqual([]);
    const second = pictureOf(moments[1]!, "belief", review);
    expect([...second.contents.keys()].sort()).toEqual([0, 1]);
    expect(second.contents.get(1)!.counts).toEqual([{ triage: "red", letter: "R", count: 1 }]);
  });

  it("keeps what callers claim apart from what was counted, until it was counted", () => {
    const row: AreaBeliefRow = [2, 0, -1, -1, -1, 0, 0, 0, 0, 5, 0, 2];
    const told = unfold([...frames, { at_s: 30, belief_areas: [row] }]).at(-1)!;
    expect(sumOf(told, "belief", review)).toMatchObject({ red: 0, unsorted: 5 });
    const counted: AreaBeliefRow = [2, 0, -1, 28, -1, 2, 0, 0, 0, 5, 0, 2];
    const seen = unfold([...frames, { at_s: 30, belief_areas: [counted] }]).at(-1)!;
    expect(sumOf(seen, "belief", review)).toMatchObject({ red: 2, unsorted: 0 });
  });

  it("says how old a belief is: a position, a zone, a look", () => {
    const { contents, teams } = pictureOf(moments[1]!, "belief", review);
    expect(teams[0]!.reported_age_s).toBe(4);
    expect(contents.get(1)!.belief).toMatchObject({
      zone: "warm",
      zone_age_s: 1,
      seen_age_s: 5,
      threat: true,
    });
  });

  it("draws the truth with the hazard and what it reaches", () => {
    const picture = pictureOf(moments[0]!, "truth", review);
    expect(picture.exposed).toEqual([2]);
    expect(picture.contents.get(2)!.belief!.threat).toBe(true);
    expect(picture.contents.get(2)!.counts.map((one) => one.count)).toEqual([3, 1]);
    expect(picture.contents.get(1)!.belief!.threat).toBe(false);
  });

  it("shows the corridor where it was ordered, once it is there", () => {
    expect(pictureOf(moments[0]!, "belief", review).corridor.state).toBe("none");
    const open = pictureOf(moments[1]!, "belief", review).corridor;
    expect(open).toEqual({ state: "open", areas: [0, 1], posts: [0], posts_held: 0, posts_needed: 1 });
    expect(pictureOf(moments[1]!, "truth", review).corridor.state).toBe("none");
  });

  it("sums what was told beside what was true", () => {
    expect(sumOf(moments[1]!, "belief", review)).toMatchObject({ red: 1, grey: 0, idle: 1 });
    expect(sumOf(moments[1]!, "truth", review)).toMatchObject({ red: 3, grey: 1, threat: "active" });
    expect(sumOf(moments[2]!, "truth", review).idle).toBe(0);
  });

  it("gives the plan its areas with their indexes", () => {
    expect(planOf(review.site).areas.map((area) => [area.index, area.id])).toEqual([
      [0, "a"],
      [1, "b"],
      [2, "c"],
    ]);
  });
});

const entry = (at_s: number, kind: Entry["kind"]): Entry => ({
  at_s,
  kind,
  who: "",
  text: "",
  note: "",
  areas: [],
  team: -1,
  heard_s: null,
});

describe("the timeline", () => {
  const entries = [entry(1, "order"), entry(2, "report"), entry(2, "hidden"), entry(9, "answer")];

  it("shows everything where nothing is chosen, else only what is", () => {
    expect(chosenEntries(entries, new Set())).toHaveLength(4);
    expect(chosenEntries(entries, new Set(["reports"])).map((one) => one.kind)).toEqual(["report"]);
    expect(chosenEntries(entries, new Set(["orders", "hidden"])).map((one) => one.at_s)).toEqual([
      1, 2, 9,
    ]);
  });

  it("knows the last entry that has happened", () => {
    expect(lastBefore(entries, 0)).toBe(-1);
    expect(lastBefore(entries, 2)).toBe(2);
    expect(lastBefore(entries, 100)).toBe(3);
  });
});

describe("the comparison", () => {
  const clock: MeasureView = { name: "rtf_in", label: "RTF in", unit: "s", better: "lower" };
  const deaths: MeasureView = { name: "deaths", label: "Deaths", unit: "people", better: "lower" };

  it("writes clocks as clocks, people as whole numbers, and what was not reached as a dash", () => {
    expect(written(clock, 125.4)).toBe("02:05");
    expect(written(deaths, 3)).toBe("3");
    expect(written(clock, null)).toBe("–");
    expect(written(clock, undefined)).toBe("–");
  });

  it("calls the best of a row best, and nobody where all are the same", () => {
    expect(isBest(deaths, 2, [2, 4, 3])).toBe(true);
    expect(isBest(deaths, 4, [2, 4, 3])).toBe(false);
    expect(isBest(deaths, 2, [2, 2])).toBe(false);
    expect(isBest(clock, null, [null, 60])).toBe(false);
    expect(isBest(clock, 60, [null, 60])).toBe(true);
    expect(isBest({ ...deaths, better: "neither" }, 2, [2, 4])).toBe(false);
  });

  it("puts your run first", () => {
    const other = { commander: "interior", label: "Interior", description: "d", values: {} };
    const keys = columnsOf({ how: "", measures: [], yours: {}, others: [other] }).map((c) => c.key);
    expect(keys).toEqual(["you", "interior"]);
  });
});

describe("what waited and what to sustain", () => {
  const curves: [number, number, number][] = [
    [0, 0, 1],
    [10, 3, 0],
    [20, 2, 4],
  ];

  it("holds a value until the next moment", () => {
    expect(valueAt(curves, 19)).toEqual([10, 3, 0]);
    expect(valueAt(curves, 99)).toEqual([20, 2, 4]);
    expect(valueAt([], 5)).toEqual([0, 0, 0]);
    expect(
      stairs(
        curves,
        1,
        (at) => at,
        (people) => -people,
      ),
    ).toBe("M0,0H10V-3H20V-2");
  });

  it("puts what saved most first, and never what cost", () => {
    const decision = (text: string, mean: number | null) => ({
      text,
      at_s: 60,
      area: -1,
      cost: { mean, low: -1, high: 1, pairs: 9 },
    });
    const worth = {
      decisions: [decision("a", 0.5), decision("b", -0.1), decision("c", -0.4), decision("d", null)],
    } as WorthReview;
    const lines = [
      { text: "well", tone: "went_well" as const, at_s: 5, areas: [] },
      { text: "bad", tone: "stood_out" as const, at_s: 5, areas: [] },
    ];
    const told = sustained(lines, worth).map((one) => one.text.slice(0, 2));
    expect(told).toEqual(["C:", "B:", "we"]);
  });
});

describe("small words and axes", () => {
  it("puts round times below an axis, none at its edge", () => {
    expect(ticks(338, 8)).toEqual([60, 120, 180, 240, 300]);
    expect(ticks(1800, 8)).toEqual([300, 600, 900, 1200, 1500]);
    expect(ticks(40, 8)).toEqual([]);
  });

  it("begins what stands alone with a capital", () => {
    expect(sentence("takes command, inside")).toBe("Takes command, inside");
    expect(sentence("")).toBe("");
  });
});
