import { describe, expect, it } from "vitest";
import type { Line } from "./review";
import { tenLines } from "./tell";
import {
  costText,
  knownText,
  ranked,
  rangeText,
  weighty,
  type Account,
  type Worth,
  type WorthReview,
} from "./worth";

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
    expect(rangeText(cost(null, -0.05, 0.9))).toBe("−0.05 to +0.90");
    expect(rangeText(cost(0.7, 0.5, 0.9))).toBe("0.50 to 0.90");
    expect(rangeText(cost(-0.7, -0.9, -0.5))).toBe("0.50 to 0.90");
    expect(rangeText(cost(0, 0, 0))).toBe("");
  });

  it("says where too few worlds fit what was told", () => {
    expect(knownText(null)).toBe("");
    expect(knownText({ cost: null, worlds: 120, effective: 40 })).toBe(
      "not enough consistent worlds",
    );
    expect(knownText({ cost: cost(0.2, 0.1, 0.3), worlds: 120, effective: 118 })).toBe("cost 0.20");
  });
});

describe("the ten lines", () => {
  const line = (text: string, tone: Line["tone"]): Line => ({ text, tone, at_s: 1, areas: [] });
  const lines = [
    line("happened", "happened"),
    line("outcome", "outcome"),
    ...Array.from({ length: 9 }, (_, i) => line(`stood ${i}`, "stood_out")),
    line("well", "went_well"),
  ];
  const worth = (text: string, mean: number | null) =>
    ({ text, at_s: 5, area: -1, better: "b", cost: { mean, low: 0.1, high: 1, pairs: 9 } }) as Worth;

  it("puts the most costly decisions before what rules found, and never more than ten", () => {
    const priced = { decisions: [worth("held", 0.7), worth("luck", null), worth("took", -0.4)] };
    const told = tenLines(lines, priced as WorthReview);
    expect(told).toHaveLength(10);
    expect(told[2]!.text).toMatch(/^Held: cost 0.70 expected lives .*better: b$/);
    expect(told.some((one) => one.text.startsWith("luck"))).toBe(false);
    expect(told.at(-2)!.text).toMatch(/^Took: saved 0.40/);
    expect(told.at(-1)!.text).toBe("well");
  });

  it("tells once what the same words would have put right", () => {
    const part = { ...worth("part", 0.6), part_of: 1 };
    const told = tenLines(lines, { decisions: [worth("held", 0.7), part] } as WorthReview);
    expect(told.some((one) => one.text.startsWith("Part"))).toBe(false);
  });

  it("says so where no decision is known to have cost lives", () => {
    const priced = { decisions: [worth("luck", null), worth("same", 0), worth("took", -0.4)] };
    const told = tenLines(lines, priced as WorthReview);
    expect(told[2]!.text).toMatch(/^No single decision can be told apart from luck/);
    expect(told[2]!.tone).toBe("outcome");
  });

  it("leaves room for what went well where nothing is priced", () => {
    const told = tenLines(lines, null);
    expect(told).toHaveLength(10);
    expect(told.at(-1)!.text).toBe("well");
  });
});

describe("what could have been said, and where the lives went", () => {
  it("puts what the rules allow first, then the fewest deaths", () => {
    const all = [
      { text: "forbidden", deaths: 1, forbidden: true, best: false },
      { text: "worse", deaths: 3, forbidden: false, best: false },
      { text: "best", deaths: 2, forbidden: false, best: true },
    ];
    expect(ranked(all).map((one) => one.text)).toEqual(["best", "worse", "forbidden"]);
    expect(all[0]!.text).toBe("forbidden");
  });

  it("names only stretches whose change is known, the greatest first", () => {
    const stretch = (at_s: number, mean: number | null) => ({ at_s, decisions: { mean } });
    const stretches = [stretch(1, 0.1), stretch(2, null), stretch(3, -0.3), stretch(4, 0.001)];
    const account = { stretches } as unknown as Account;
    expect(weighty(account, 6).map((one) => one.at_s)).toEqual([3, 1]);
    expect(weighty(account, 1)).toHaveLength(1);
  });
});
