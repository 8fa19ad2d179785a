/** Where each mark of an area stands: inside the area, or gathered until it does. */

import type { TeamCard } from "../wire";
import type { Contents, Count, Flag } from "./belief";
import { fitLabel, stack, textWidth, type Row } from "./labels";
import type { Sizes } from "./sizes";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** One thing drawn in an area. `stack` and `pile` stand for several that had no room alone. */
export type Mark =
  | { readonly kind: "threat" | "said" }
  | { readonly kind: "flag"; readonly flag: Flag }
  | { readonly kind: "count"; readonly count: Count }
  | { readonly kind: "pile"; readonly counts: readonly Count[] }
  | { readonly kind: "team"; readonly team: TeamCard }
  | { readonly kind: "stack"; readonly teams: readonly TeamCard[] };

export type Placed = Mark & Spot;

/** Positions in pixels from the middle of the area; what is not drawn is null or missing. */
export interface Arrangement {
  readonly name: Spot | null;
  readonly lines: readonly string[];
  readonly turned: boolean;
  readonly unknown: Spot | null;
  readonly zone: Spot | null;
  readonly marks: readonly Placed[];
  /** How much smaller than usual the marks are drawn; 1 nearly everywhere. */
  readonly scale: number;
  /** Whether markers have their age below them. */
  readonly ages: boolean;
  /** Whether numbers stand below their signs, so that a column is as narrow as can be. */
  readonly tight: boolean;
}

export interface Room {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly asks: boolean;
  readonly zoneText: string;
}

interface Flow {
  readonly marks: readonly Placed[];
  readonly height: number;
  readonly fits: boolean;
  readonly scale: number;
  readonly ages: boolean;
  readonly tight: boolean;
}

const SCALES = [1, 0.85, 0.7, 0.55, 0.45] as const;

/** Arranges the contents of one area; `asks` is whether ground nobody reported gets its "?". */
export function arrange(room: Room, contents: Contents | undefined, sizes: Sizes): Arrangement {
  const flow = roomiest(room, contents, sizes);
  const label = fitLabel(room.name, room.width, room.height, sizes.font);
  const turned = label?.turned === true;
  const lines = label && !(turned && flow.marks.length > 0) ? label.lines : [];
  const rows: Row[] = [];
  const tall = turned ? 0 : lines.length * sizes.font * 1.12;
  if (lines.length > 0) rows.push({ key: "name", height: tall, priority: 1 });
  if (flow.marks.length > 0) rows.push({ key: "marks", height: flow.height, priority: 0 });
  if (room.zoneText && textWidth(room.zoneText, sizes.small) <= room.width) {
    rows.push({ key: "zone", height: sizes.small * 1.25, priority: 2 });
  }
  if (room.asks && !turned) rows.push({ key: "unknown", height: sizes.font * 1.1, priority: 3 });
  const places = stack(rows, room.height);
  const spot = (key: string): Spot | null => {
    const y = places.get(key);
    return y === undefined ? null : { x: 0, y };
  };
  const down = places.get("marks") ?? 0;
  return {
    name: spot("name"),
    lines,
    turned,
    unknown: spot("unknown"),
    zone: spot("zone"),
    marks: flow.marks.map((mark) => ({ ...mark, y: mark.y + down })),
    scale: flow.scale,
    ages: flow.ages,
    tight: flow.tight,
  };
}

/** The fullest way to draw the marks that stays inside: alone, gathered, and at last smaller. */
function roomiest(room: Room, contents: Contents | undefined, sizes: Sizes): Flow {
  const usual = { sizes, tight: false, scale: 1 };
  if (!contents) return flowOf([], room, { ...usual, ages: false });
  const alone = marksOf(contents, false, false);
  const tries: [readonly Mark[], boolean][] = [
    [alone, true],
    [alone, false],
    [marksOf(contents, true, false), true],
    [marksOf(contents, true, false), false],
    [marksOf(contents, true, true), false],
  ];
  let last: Flow | null = null;
  for (const [marks, ages] of tries) {
    last = flowOf(marks, room, { ...usual, ages });
    if (last.fits) return last;
  }
  const gathered = marksOf(contents, true, true);
  for (const scale of SCALES) {
    last = flowOf(gathered, room, { sizes, ages: false, tight: true, scale });
    if (last.fits) return last;
  }
  return last!;
}

function marksOf(contents: Contents, stacked: boolean, piled: boolean): Mark[] {
  const { belief, flags, counts, teams } = contents;
  const marks: Mark[] = [];
  if (belief?.threat) marks.push({ kind: "threat" });
  else if (belief?.threat_said) marks.push({ kind: "said" });
  for (const flag of flags) marks.push({ kind: "flag", flag });
  if (piled && counts.length > 1) marks.push({ kind: "pile", counts });
  else for (const count of counts) marks.push({ kind: "count", count });
  const unhurt = belief?.uninjured ?? 0;
  if (unhurt > 0) {
    marks.push({ kind: "count", count: { triage: "unhurt", letter: "○", count: unhurt } });
  }
  if (stacked && teams.length > 1) marks.push({ kind: "stack", teams });
  else for (const team of teams) marks.push({ kind: "team", team });
  return marks;
}

interface Style {
  readonly sizes: Sizes;
  readonly ages: boolean;
  readonly tight: boolean;
  readonly scale: number;
}

/** Width and height of one mark with the space around it. */
export function sizeOf(mark: Mark, style: Style): { width: number; height: number } {
  const { sizes, ages, tight } = style;
  if (tight) return sizeTight(mark, sizes);
  const marker = sizes.marker + (ages ? sizes.small + 5 : 4);
  switch (mark.kind) {
    case "threat":
      return { width: sizes.glyph + 4, height: sizes.glyph + 4 };
    case "said":
      return { width: sizes.glyph + 4, height: sizes.glyph + 4 + (ages ? sizes.small : 0) };
    case "flag":
      return { width: textWidth(mark.flag.name, sizes.font) + 18, height: sizes.font * 1.7 };
    case "count":
      return { width: withNumber(mark.count.count, sizes), height: sizes.glyph + 4 };
    case "pile":
      return { width: withNumber(totalOf(mark.counts), sizes) + 5, height: sizes.glyph + 4 };
    case "team":
      return { width: sizes.marker + 6, height: marker };
    case "stack":
      return { width: sizes.marker + 14, height: marker + 4 };
  }
}

function sizeTight(mark: Mark, sizes: Sizes): { width: number; height: number } {
  if (mark.kind === "flag") {
    return { width: textWidth(mark.flag.name, sizes.font) + 10, height: sizes.font * 1.7 };
  }
  if (mark.kind === "team") return { width: sizes.marker + 2, height: sizes.marker + 2 };
  if (mark.kind === "stack") return { width: sizes.marker + 10, height: sizes.marker + 8 };
  const below = mark.kind === "count" || mark.kind === "pile" ? sizes.glyph * 0.85 : 0;
  return { width: sizes.glyph + (mark.kind === "pile" ? 8 : 4), height: sizes.glyph + 3 + below };
}

/** How many people a pile stands for, the dead and expectant included. */
export function totalOf(counts: readonly Count[]): number {
  return counts.reduce((sum, one) => sum + one.count, 0);
}

function withNumber(count: number, sizes: Sizes): number {
  return sizes.glyph + 6 + textWidth(String(count), sizes.glyph * 0.85);
}

/** Marks in rows, each row as full as the width lets it be, all centred on zero. */
function flowOf(marks: readonly Mark[], room: Room, style: Style): Flow {
  const width = room.width / style.scale;
  const rows: { mark: Mark; width: number; height: number }[][] = [];
  let used = Infinity;
  for (const mark of marks) {
    const size = sizeOf(mark, style);
    if (used + size.width > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ mark, ...size });
    used += size.width;
  }
  const heights = rows.map((row) => Math.max(...row.map((one) => one.height)));
  const height = heights.reduce((sum, one) => sum + one, 0);
  const widest = Math.max(0, ...rows.map((row) => row.reduce((sum, one) => sum + one.width, 0)));
  let top = -height / 2;
  const placed = rows.flatMap((row, i) => {
    let left = -row.reduce((sum, one) => sum + one.width, 0) / 2;
    const y = top + heights[i]! / 2;
    top += heights[i]!;
    return row.map((one) => {
      left += one.width;
      return { ...one.mark, x: (left - one.width / 2) * style.scale, y: y * style.scale };
    });
  });
  const fits = widest <= width + 1 && height * style.scale <= room.height + 1;
  const { scale, ages, tight } = style;
  return { marks: placed, height: height * scale, fits, scale, ages, tight };
}
