import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, difference, parseHex, readTokens, simulate, type Deficiency } from "./colour";

const themes = readTokens(readFileSync(new URL("./tokens.css", import.meta.url), "utf8"));
const names = ["dark", "light"] as const;

/** Text on what lies under it, everywhere it is used: at least 4.5 (AA). */
const TEXT: [string, string[]][] = [
  [
    "ink",
    ["ground", "panel", "raised", "paint-outdoor", "paint-road", "paint-inside", "paint-known"],
  ],
  [
    "quiet",
    ["ground", "panel", "raised", "paint-outdoor", "paint-road", "paint-inside", "paint-known"],
  ],
  ["accent", ["ground", "panel"]],
  ["on-accent", ["accent"]],
  ["ground", ["ink", "hot"]],
  ["good", ["panel"]],
  ["hot", ["panel", "raised"]],
  ["on-triage", ["triage-red", "triage-yellow", "triage-green", "triage-grey"]],
  ["on-marker", ["police", "medical"]],
  ["on-teach", ["teach-medical", "teach-movement", "teach-command", "teach-threat", "teach-other"]],
];

/** Lines, shapes and edges that carry meaning: at least 3 (AA for graphics). */
const SHAPES: [string, string[]][] = [
  ["edge", ["panel"]],
  ["wall", ["paint-inside", "paint-known"]],
  ["hot", ["paint-inside", "paint-known", "paint-outdoor"]],
  ["warm", ["paint-inside", "paint-known", "paint-outdoor"]],
  ["cold", ["paint-inside", "paint-known", "paint-outdoor", "paint-road"]],
  ["accent", ["panel", "paint-inside", "paint-known", "paint-outdoor"]],
  ["focus", ["panel", "ground"]],
  ["corridor", ["paint-road", "paint-known"]],
  ["teach-medical", ["ground", "panel"]],
  ["teach-movement", ["ground", "panel"]],
  ["teach-command", ["ground", "panel"]],
  ["teach-threat", ["ground", "panel"]],
  ["teach-other", ["ground", "panel"]],
  ["police", ["paint-inside", "paint-known", "paint-outdoor"]],
  ["medical", ["paint-inside", "paint-known", "paint-outdoor"]],
];

const TRIAGE_SHAPES = { red: "triangle", yellow: "square", green: "circle", grey: "cross" };
const ZONE_SHAPES = { hot: "dense hatch", warm: "sparse hatch", cold: "outline" };
const BLINDNESSES: Deficiency[] = ["protan", "deutan", "tritan"];

const colour = (theme: "dark" | "light", token: string) => {
  const hex = themes[theme][token];
  if (!hex) throw new Error(`no token ${token} in ${theme}`);
  return parseHex(hex);
};

describe.each(names)("the %s theme", (theme) => {
  it.each(TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "lets text %s be read on %s",
    (text, ground) => {
      expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(SHAPES.flatMap(([mark, grounds]) => grounds.map((ground) => [mark, ground] as const)))(
    "lets the mark %s be seen on %s",
    (mark, ground) => {
      expect(contrast(colour(theme, mark), colour(theme, ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(BLINDNESSES)(
    "keeps triage colours apart for %s eyes, or at least their shapes",
    (eyes) => {
      const marks = Object.keys(TRIAGE_SHAPES) as (keyof typeof TRIAGE_SHAPES)[];
      for (const a of marks) {
        for (const b of marks.slice(marks.indexOf(a) + 1)) {
          const seen = [a, b].map((one) => simulate(colour(theme, `triage-${one}`), eyes));
          const apart = difference(seen[0]!, seen[1]!);
          const shapes = TRIAGE_SHAPES[a] !== TRIAGE_SHAPES[b];
          expect(shapes, `${a} and ${b} need unlike shapes`).toBe(true);
          expect(apart, `${a} and ${b} look alike to ${eyes} eyes`).toBeGreaterThan(8);
        }
      }
    },
  );

  it.each(BLINDNESSES)("keeps zones apart for %s eyes, by colour or by hatch", (eyes) => {
    const zones = Object.keys(ZONE_SHAPES) as (keyof typeof ZONE_SHAPES)[];
    expect(new Set(Object.values(ZONE_SHAPES)).size).toBe(zones.length);
    for (const a of zones) {
      for (const b of zones.slice(zones.indexOf(a) + 1)) {
        const apart = difference(
          simulate(colour(theme, a), eyes),
          simulate(colour(theme, b), eyes),
        );
        expect(apart, `${a} and ${b} look alike to ${eyes} eyes`).toBeGreaterThan(8);
      }
    }
  });

  it.each(BLINDNESSES)("keeps neighbours of an audited split apart for %s eyes", (eyes) => {
    const order = ["medical", "movement", "command", "threat", "other"];
    for (const [at, label] of order.entries()) {
      const next = order[at + 1];
      if (!next) continue;
      const seen = [label, next].map((one) => simulate(colour(theme, `teach-${one}`), eyes));
      expect(difference(seen[0]!, seen[1]!), `${label} and ${next}`).toBeGreaterThan(8);
    }
  });

  it.each(BLINDNESSES)("keeps the accent apart from hot and warm for %s eyes", (eyes) => {
    const accent = simulate(colour(theme, "accent"), eyes);
    for (const zone of ["hot", "warm"]) {
      expect(difference(accent, simulate(colour(theme, zone), eyes))).toBeGreaterThan(20);
    }
  });
});
