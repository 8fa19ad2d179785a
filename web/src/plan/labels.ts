/** Which text fits where: names inside areas, and the rows of things drawn in one area. */

/** Lines of a name that fit, `turned` when they run upwards. */
export interface Label {
  readonly lines: readonly string[];
  readonly turned: boolean;
}

const CHAR_EM = 0.55;
const LINE_EM = 1.12;

/** Width of a text in pixels, near enough for a sans-serif face. */
export function textWidth(text: string, fontPx: number): number {
  return text.length * fontPx * CHAR_EM;
}

/** The name in one, two or three lines, turned if need be, or its number alone, or nothing. */
export function fitLabel(
  name: string,
  width: number,
  height: number,
  fontPx: number,
): Label | null {
  const upright = fitLines(name, width, height, fontPx);
  if (upright) return { lines: upright, turned: false };
  if (height > width * 1.5) {
    const turned = fitLines(name, height, width, fontPx);
    if (turned) return { lines: turned, turned: true };
  }
  const number = /\b([A-Z]?\d[\w.-]*)$/i.exec(name)?.[1];
  if (number && fitLines(number, width, height, fontPx)) return { lines: [number], turned: false };
  return null;
}

function fitLines(name: string, width: number, height: number, fontPx: number): string[] | null {
  const most = Math.min(3, Math.floor(height / (fontPx * LINE_EM)));
  for (let count = 1; count <= most; count += 1) {
    const lines = wrap(name, count);
    if (lines && lines.every((line) => textWidth(line, fontPx) <= width)) return lines;
  }
  return null;
}

/** Splits at spaces into exactly `count` lines so that the longest is as short as it can be. */
export function wrap(name: string, count: number): string[] | null {
  const words = name.split(" ");
  if (words.length < count) return null;
  if (count === 1) return [name];
  let best: string[] | null = null;
  for (let cut = 1; cut <= words.length - count + 1; cut += 1) {
    const rest = wrap(words.slice(cut).join(" "), count - 1);
    if (!rest) continue;
    const lines = [words.slice(0, cut).join(" "), ...rest];
    if (!best || longest(lines) < longest(best)) best = lines;
  }
  return best;
}

/** One row of marks in an area: `priority` 0 is always drawn, others only where there is room. */
export interface Row {
  readonly key: string;
  readonly height: number;
  readonly priority: number;
}

/** The middle of each row that is drawn, measured from the middle of the area, top to bottom. */
export function stack(rows: readonly Row[], available: number): Map<string, number> {
  const kept = new Set(rows.filter((row) => row.priority === 0));
  let used = [...kept].reduce((sum, row) => sum + row.height, 0);
  const optional = rows.filter((row) => row.priority > 0).sort((a, b) => a.priority - b.priority);
  for (const row of optional) {
    if (used + row.height > available) continue;
    kept.add(row);
    used += row.height;
  }
  const out = new Map<string, number>();
  let top = -used / 2;
  for (const row of rows) {
    if (!kept.has(row)) continue;
    out.set(row.key, top + row.height / 2);
    top += row.height;
  }
  return out;
}

/** Positions of `count` marks in rows centred on zero. */
export function grid(
  count: number,
  perRow: number,
  stepX: number,
  stepY: number,
): { x: number; y: number }[] {
  const rows = Math.ceil(count / perRow);
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / perRow);
    const inRow = row === rows - 1 ? count - row * perRow : perRow;
    return {
      x: ((i % perRow) - (inRow - 1) / 2) * stepX,
      y: (row - (rows - 1) / 2) * stepY,
    };
  });
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
