import { describe, expect, it } from "vitest";
import { parseRoute } from "../app/route";
import { hiddenAround, keyMoments, lastHeard } from "./debrief";
import type { Entry, Review } from "./review";
import type { Cost, Worth, WorthReview } from "./worth";

const cost = (mean: number | null): Cost => ({ mean, low: -1, high: 1, pairs: 10 });
const worth = (at_s: number, mean: number | null, sequence = 1) =>
  ({ at_s, sequence, area: -1, cost: cost(mean), text: `at ${at_s}` }) as Worth;
const entry = (at_s: number, kind: Entry["kind"]) => ({ at_s, kind }) as Entry;

const review = {
  start_s: 100,
  end_s: 900,
  lines: [
    { text: "before", tone: "stood_out", at_s: 50, areas: [] },
    { text: "well", tone: "went_well", at_s: 700, areas: [2] },
    { text: "same moment", tone: "stood_out", at_s: 310, areas: [] },
    { text: "outcome", tone: "outcome", at_s: null, areas: [] },
  ],
  statements: [{ sequence: 7, at_s: 300, areas: [], why: "to get them out" }],
  timeline: [entry(100, "report"), entry(290, "order"), entry(295, "hidden"), entry(310, "report")],
} as unknown as Review;

describe("the debrief", () => {
  const priced = {
    decisions: [worth(300, 0.9, 7), worth(500, 0.2), worth(600, null), worth(200, -0.4)],
  } as WorthReview;

  it("stops at what cost, what saved, and what stood out, by time and each moment once", () => {
    const found = keyMoments(review, priced);
    expect(found.map((one) => [one.at_s, one.tone])).toEqual([
      [200, "sustain"],
      [300, "cost"],
      [500, "cost"],
      [700, "sustain"],
    ]);
    expect(found[1]!.statement?.why).toBe("to get them out");
  });

  it("asks once about decisions of one time", () => {
    const both = { decisions: [worth(480, 0.3), worth(482, 0.2), worth(480, -0.1)] } as WorthReview;
    const found = keyMoments({ ...review, lines: [], statements: [] } as Review, both);
    expect(found.map((one) => [one.at_s, one.tone, one.worths.length])).toEqual([[480, "cost", 3]]);
  });

  it("needs no figures in lives", () => {
    const found = keyMoments(review, null);
    expect(found.map((one) => one.at_s)).toEqual([310, 700]);
    expect(found.every((one) => one.worths.length === 0)).toBe(true);
  });

  it("first shows only what had been heard before the moment, never what was hidden", () => {
    expect(lastHeard(review, 300).map((one) => one.at_s)).toEqual([290]);
    expect(hiddenAround(review, 300).map((one) => one.at_s)).toEqual([295]);
  });

  it("has an address of its own", () => {
    expect(parseRoute("/review/x1/debrief", "")).toEqual({ page: "debrief", exercise: "x1" });
    expect(parseRoute("/review/x1", "")).toEqual({ page: "review", exercise: "x1" });
  });
});
