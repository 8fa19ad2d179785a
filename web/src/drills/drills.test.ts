import { describe, expect, it } from "vitest";
import {
  clockWords,
  dueWords,
  empty,
  merged,
  newId,
  parseRecord,
  shuffled,
  worthWords,
} from "./drills";
import type { Attempt, ChoiceWorth, PointProgress } from "./shapes";

function attempt(id: string, at: string): Attempt {
  const plain = { drill: "rtf-asks", variant: 0, point: 13, choice: "go", took_s: 5, limit_s: 20 };
  return { id, at, verdict: "right", options: 4, accepted: 2, ...plain };
}

describe("the record", () => {
  it("comes back from its file, and anything else does not", () => {
    const record = { ...empty(), attempts: [attempt("a", "2027-01-01T00:00:00Z")] };
    expect(parseRecord(JSON.stringify(record))).toEqual(record);
    for (const text of ["", "null", "[]", '{"format":"other"}']) {
      expect(parseRecord(text)).toBeNull();
    }
  });

  it("joins another, each attempt once, the oldest first", () => {
    const one = { ...empty(), attempts: [attempt("b", "2027-01-02T00:00:00Z")] };
    const other = { ...empty(), attempts: [attempt("a", "2027-01-01T00:00:00Z"), ...one.attempts] };
    expect(merged(one, other).attempts.map((each) => each.id)).toEqual(["a", "b"]);
  });

  it("gives ids that xAPI takes", () => {
    expect(newId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe("words", () => {
  it("say when a point is due", () => {
    const now = Date.parse("2027-01-01T00:00:00Z");
    const point = (due: string | null) => ({ due }) as PointProgress;
    expect(dueWords(point(null), now)).toBe("not tried yet");
    expect(dueWords(point("2026-12-31T00:00:00Z"), now)).toBe("due now");
    expect(dueWords(point("2027-01-01T12:00:00Z"), now)).toBe("due tomorrow");
    expect(dueWords(point("2027-01-11T00:00:00Z"), now)).toBe("due in 10 days");
  });

  it("say a difference only where there is one", () => {
    const worth = (over: Partial<ChoiceWorth>) => ({
      ...{
        id: "a",
        deaths: 2,
        mean: null,
        low: -0.1,
        high: 0.2,
        pairs: 12,
        best: false,
        clocks: [],
      },
      ...over,
    });
    expect(worthWords(worth({}))).toBe("not distinguishable from the best");
    expect(worthWords(worth({ deaths: null }))).toContain("only judged");
    expect(worthWords(worth({ mean: 0.5, low: 0.25, high: 0.75 }))).toBe(
      "0.50 deaths more than the best (0.25 to 0.75)",
    );
  });

  it("leave nothing out when they are shuffled", () => {
    expect(shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});

describe("a clock that a choice moves", () => {
  const one = { name: "rtf_in", label: "First RTF in", mean_s: 130, low_s: 110, high_s: 150 };

  it("is told with its interval, how often it is reached, and where never", () => {
    expect(clockWords({ ...one, reached: 1 })).toBe(
      "First RTF in: 02:10 from now (01:50 to 02:30)",
    );
    expect(clockWords({ ...one, reached: 0.4 })).toContain("reached in 40");
    expect(clockWords({ ...one, reached: 0 })).toBe("First RTF in: never reached");
  });
});
