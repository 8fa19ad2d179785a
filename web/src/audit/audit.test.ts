import { describe, expect, it } from "vitest";
import {
  againstEstimate,
  base64Of,
  equally,
  isUnsure,
  length,
  parts,
  percents,
  sentence,
  sharesOf,
  sum,
  written,
} from "./audit";
import type { AuditedLesson, AuditedProgramme, Split } from "./shapes";

const NONE: Split = { medical: null, movement: null, command: null, threat: null, other: null };
const split = (over: Partial<Split>): Split => ({ ...NONE, ...over });

function lesson(over: Partial<AuditedLesson> = {}): AuditedLesson {
  const shares = { medical: 1, movement: 0, command: 0, threat: 0, other: 0 };
  const words = { reason: "", method: "", day: "", place: "", corrected: false };
  return { title: "Airway", minutes: 60, shares, confidence: 0.9, ...words, ...over };
}

function programme(over: Partial<AuditedProgramme> = {}): AuditedProgramme {
  const claim = {
    estimate: split({ medical: 0.7, movement: 0.25, command: 0.05 }),
    here: split({ medical: 0.9, movement: 0, command: 0.1 }),
    whose: "",
  };
  return {
    file: "a.csv",
    lessons: [lesson()],
    minutes_total: 150,
    minutes_labelled: 150,
    split: split({ medical: 0.8, movement: 0, command: 0.1, threat: 0, other: 0.1 }),
    split_by_lessons: split({ medical: 1 }),
    problems: [],
    compared: { claim, programmes: [], programmes_counted: 5, study: null },
    ...over,
  };
}

describe("shares", () => {
  it("are whole per cent that add to 100", () => {
    const third = split({ medical: 1 / 3, movement: 1 / 3, command: 1 / 3 });
    expect(sum(percents(third))).toBe(100);
    expect(sum(percents(split({ medical: 0.125, threat: 0.875 })))).toBe(100);
  });

  it("are told with the largest first, and plainly where there is one", () => {
    expect(parts(split({ medical: 0.2, threat: 0.8 })).map((one) => one.label)).toEqual([
      "threat",
      "medical",
    ]);
    expect(written(split({ command: 1 }))).toBe("Command");
  });

  it("are equal for the labels that are chosen, and come back as parts of 1", () => {
    const three = equally(["medical", "movement", "command"]);
    expect(sum(three)).toBe(100);
    expect(three.threat).toBe(0);
    expect(sharesOf(equally(["threat"])).threat).toBe(1);
  });
});

describe("sentences", () => {
  it("say what the picture shows", () => {
    expect(sentence(programme())).toBe(
      "Of 2 h 30 min, 80\u00a0% medical, 10\u00a0% command and 10\u00a0% other.",
    );
    expect(againstEstimate(programme())).toContain("command has 10\u00a0% here");
    expect(againstEstimate(programme())).toContain("gives it 5\u00a0%");
  });

  it("do not divide time that nobody stated", () => {
    expect(sentence(programme({ split: NONE }))).toContain("no lesson how long");
    expect(sentence(programme({ lessons: [] }))).toBe("No lessons were found in it.");
  });

  it("write minutes as people do", () => {
    expect([length(null), length(90), length(120), length(150)]).toEqual([
      "no minutes",
      "90 min",
      "2 h",
      "2 h 30 min",
    ]);
  });
});

describe("lessons to look at", () => {
  it("are those without a sure label that nobody has corrected", () => {
    expect(isUnsure(lesson({ confidence: 0.4 }))).toBe(true);
    expect(isUnsure(lesson({ confidence: 0 }))).toBe(true);
    expect(isUnsure(lesson({ confidence: 0.9 }))).toBe(false);
    expect(isUnsure(lesson({ confidence: 1, corrected: true }))).toBe(false);
  });
});

describe("a file", () => {
  it("travels as base64 of its bytes", async () => {
    expect(await base64Of(new Blob([new Uint8Array([0, 255, 16])]))).toBe("AP8Q");
  });
});
