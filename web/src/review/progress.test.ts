import { describe, expect, it } from "vitest";
import { trendText, written, type Interval, type Line } from "./progress";

const line = (unit: string, better: string, trend: Interval | null): Line => ({
  name: "x",
  label: "X",
  unit,
  better,
  points: [],
  mean: null,
  trend,
});

describe("progress", () => {
  it("claims a trend only where its interval leaves 0 out, and says which way is better", () => {
    const falling = { mean: -12, low: -20, high: -4, n: 5, clear: true };
    expect(trendText(line("s", "lower", falling))).toBe("better by 00:12 each time (−00:20 to −00:04)");
    expect(trendText(line("share", "higher", { ...falling, mean: -0.1, low: -0.2, high: -0.05 }))).toBe(
      "worse by 10 % each time (−20 % to −5 %)",
    );
    expect(trendText(line("s", "lower", { ...falling, high: 4, clear: false }))).toMatch(/^no trend/);
    expect(trendText(line("s", "lower", null))).toMatch(/^too few/);
  });

  it("writes values in their units", () => {
    expect(written(line("expected lives", "lower", null), 0.4)).toBe("0.40 expected lives");
    expect(written(line("min", "lower", null), 12.4)).toBe("12 min");
    expect(written(line("points", "higher", null), 56.4)).toBe("56 points");
  });
});
