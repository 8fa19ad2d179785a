import { describe, expect, it } from "vitest";
import { decidedText, LETTERS, shortOf, wordsOf } from "./rating";
import type { RatingRow } from "./review";

const row = { decided: "M", by: "observer", at: "2026-11-22T20:00:00.000+00:00" } as RatingRow;

describe("a rating of the guide", () => {
  it("is told with its seat and its time, and not before it is decided", () => {
    expect(decidedText(row)).toMatch(/^observer, .*2026/);
    expect(decidedText({ ...row, decided: "" })).toBe("");
    expect(decidedText({ ...row, at: "once" })).toBe("observer, once");
  });

  it("has words for each letter and for the dash", () => {
    expect(wordsOf("U")).toBe("unable to be performed");
    expect(LETTERS.map(([, words]) => shortOf(words))).toEqual([
      "no challenges",
      "some challenges",
      "major challenges",
      "unable to be performed",
    ]);
    expect(wordsOf("–")).toMatch(/^not assessed/);
  });
});
