/** Where each mark of an area stands: in rows under each other, or side by side in a narrow strip. */

import type { Contents } from "./belief";
import { fitLabel, grid, stack, textWidth, type Label, type Row } from "./labels";
import type { Sizes } from "./sizes";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Positions in pixels from the middle of the area; what is not drawn is null or missing. */
export interface Arrangement {
  readonly name: Spot | null;
  readonly lines: readonly string[];
  readonly turned: boolean;
  readonly unknown: Spot | null;
  readonly threat: Spot | null;
  readonly flags: Spot[];
  readonly counts: Spot[];
  readonly teams: Spot[];
  readonly zone: Spot | null;
}

export interface Room {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly asks: boolean;
  readonly zoneText: string;
}

/** Arranges the contents of one area; `asks` is whether ground nobody reported gets its "?". */
export function arrange(room: Room, contents: Contents | undefined, sizes: Sizes): Arrangement {
  const label = fitLabel(room.name, room.width, room.height, sizes.font);
  const rows = contents ? markRows(contents, room.width, sizes) : [];
  const needed = rows.reduce((sum, row) => sum + row.height, 0);
  const strip = contents ? stripWidth(contents, sizes) : 0;
  const tooTall = needed - room.height;
  if (contents && rows.length > 1 && tooTall > 0 && strip - room.width < tooTall) {
    return inStrip(contents, strip, sizes);
  }
  return inRows(room, contents, label, rows, sizes);
}

const stepX = (sizes: Sizes) => sizes.marker + 6;
const stepY = (sizes: Sizes) => sizes.marker + sizes.small + 5;
const glyphX = (sizes: Sizes) => sizes.glyph * 1.95;
const glyphY = (sizes: Sizes) => sizes.glyph + 4;
const teamsPerRow = (width: number, sizes: Sizes) =>
  Math.max(2, Math.min(6, Math.floor(width / stepX(sizes))));
const glyphsPerRow = (width: number, sizes: Sizes) =>
  Math.max(2, Math.floor(width / glyphX(sizes)));
const flagWidth = (flag: string, sizes: Sizes) => textWidth(flag, sizes.font) + 18;

function markRows(contents: Contents, width: number, sizes: Sizes): Row[] {
  const { belief, flags, counts, teams } = contents;
  const rows: Row[] = [];
  if (belief?.threat) rows.push({ key: "threat", height: glyphY(sizes), priority: 0 });
  if (flags.length > 0) rows.push({ key: "flags", height: sizes.font * 1.7, priority: 0 });
  if (counts.length > 0) {
    const deep = Math.ceil(counts.length / glyphsPerRow(width, sizes));
    rows.push({ key: "counts", height: deep * glyphY(sizes), priority: 0 });
  }
  if (teams.length > 0) {
    const deep = Math.ceil(teams.length / teamsPerRow(width, sizes));
    rows.push({ key: "teams", height: deep * stepY(sizes), priority: 0 });
  }
  return rows;
}

function stripWidth(contents: Contents, sizes: Sizes): number {
  return (
    (contents.belief?.threat ? stepX(sizes) : 0) +
    contents.flags.reduce((sum, flag) => sum + flagWidth(flag, sizes), 0) +
    contents.counts.length * glyphX(sizes) +
    contents.teams.length * stepX(sizes)
  );
}

function inStrip(contents: Contents, strip: number, sizes: Sizes): Arrangement {
  let left = -strip / 2;
  const take = (wide: number): Spot => {
    left += wide;
    return { x: left - wide / 2, y: 0 };
  };
  const threat = contents.belief?.threat ? take(stepX(sizes)) : null;
  const flags = contents.flags.map((flag) => take(flagWidth(flag, sizes)));
  const counts = contents.counts.map(() => take(glyphX(sizes)));
  const teams = contents.teams.map(() => take(stepX(sizes)));
  const none = { name: null, lines: [], turned: false, unknown: null, zone: null };
  return { ...none, threat, flags, counts, teams };
}

function inRows(
  room: Room,
  contents: Contents | undefined,
  label: Label | null,
  marks: readonly Row[],
  sizes: Sizes,
): Arrangement {
  const turned = label?.turned === true;
  const lines = label && !(turned && marks.length > 0) ? label.lines : [];
  const rows: Row[] = [];
  const tall = turned ? 0 : lines.length * sizes.font * 1.12;
  if (lines.length > 0) rows.push({ key: "name", height: tall, priority: 1 });
  rows.push(...marks);
  if (room.zoneText && textWidth(room.zoneText, sizes.small) <= room.width) {
    rows.push({ key: "zone", height: sizes.small * 1.25, priority: 2 });
  }
  if (room.asks && !turned) rows.push({ key: "unknown", height: sizes.font * 1.1, priority: 3 });
  const places = stack(rows, room.height);
  const spot = (key: string): Spot | null => {
    const y = places.get(key);
    return y === undefined ? null : { x: 0, y };
  };
  const spread = (key: string, cells: Spot[], lift: number): Spot[] =>
    cells.map((cell) => ({ x: cell.x, y: cell.y + (places.get(key) ?? 0) - lift }));
  const { teams = [], counts = [], flags = [] } = contents ?? {};
  const wide = Math.max(0, ...flags.map((flag) => flagWidth(flag, sizes)));
  const [perRow, across] = [glyphsPerRow(room.width, sizes), teamsPerRow(room.width, sizes)];
  const teamCells = grid(teams.length, across, stepX(sizes), stepY(sizes));
  return {
    name: spot("name"),
    lines,
    turned,
    unknown: spot("unknown"),
    threat: spot("threat"),
    flags: spread("flags", grid(flags.length, flags.length, wide, 0), 0),
    counts: spread("counts", grid(counts.length, perRow, glyphX(sizes), glyphY(sizes)), 0),
    teams: spread("teams", teamCells, sizes.small / 2),
    zone: spot("zone"),
  };
}
