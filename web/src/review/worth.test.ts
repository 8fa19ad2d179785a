import { describe, expect, it } from "vitest";
import { costText, rangeText } from "./worth";

const cost = (mean: number | null, low: number, high: number) => ({ mean, low, high, pairs: 1000 });

describe("a cost in words", () => {
  it("says which way it went, with two places", () => {
    expect(costText(cost(0.714, 0.5, 0.9))).toBe("cost 0.71");
    expect(costText(cost(-0.25, -0.4, -0.1))).toBe("saved 0.25");
  });

  it("gives no number where the two cannot be told apart", () => {
    expect(costText(cost(null, -0.1, 0.2))).toBe("not distinguishable");
    expect(costText(cost(0, 0, 0))).toBe("no difference");
    expect(costText(null)).toBe("not priced");
  });

  it("gives the interval with its signs", () => {
    expect(rangeText(cost(0.7, -0.05, 0.9))).toBe("−0.05 to +0.90");
    expect(rangeText(cost(0, 0, 0))).toBe("");
  });
});
