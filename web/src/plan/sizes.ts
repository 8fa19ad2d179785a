/** Sizes of what is drawn over the plan, in pixels: larger where a thumb points. */

export interface Sizes {
  readonly font: number;
  readonly small: number;
  readonly marker: number;
  readonly glyph: number;
}

export const DESK: Sizes = { font: 13, small: 11.5, marker: 24, glyph: 20 };
export const TOUCH: Sizes = { font: 16, small: 14, marker: 26, glyph: 22 };
