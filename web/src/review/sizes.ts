/** Sizes for a plan that shares the page with another, and is looked at rather than touched. */

import type { Sizes } from "../plan/sizes";

export const SMALL: Sizes = { font: 11, small: 10.5, marker: 20, glyph: 18 };
