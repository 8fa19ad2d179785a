/** Colour arithmetic for the tests of the tokens: contrast, and how the colour-blind see. */

export type Rgb = readonly [number, number, number];
export type Deficiency = "protan" | "deutan" | "tritan";

/** Tokens by theme, read from the style sheet itself. */
export function readTokens(css: string): Record<"dark" | "light", Record<string, string>> {
  const dark: Record<string, string> = {};
  const light: Record<string, string> = {};
  for (const [, selector, body] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    const into = selector?.includes("light") ? light : dark;
    for (const [, name, value] of (body ?? "").matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)) {
      if (name && value) into[name] = value;
    }
  }
  return { dark, light: { ...dark, ...light } };
}

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Contrast ratio as WCAG 2 defines it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Viénot, Brettel and Mollon (1999) for protan and deutan; the tritan matrix is the usual
// one-plane approximation (Brettel 1997) at full strength. All work on linear light.
const SIMULATION: Record<Deficiency, readonly Rgb[]> = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritan: [
    [1.01277, 0.13548, -0.14826],
    [-0.01243, 0.86812, 0.14431],
    [0.07589, 0.805, 0.11911],
  ],
};

export function simulate(colour: Rgb, deficiency: Deficiency): Rgb {
  const linear = colour.map(toLinear) as unknown as Rgb;
  return SIMULATION[deficiency].map((row) => {
    const light = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
    return Math.round(255 * toGamma(Math.max(0, Math.min(1, light))));
  }) as unknown as Rgb;
}

/** Colour difference (CIE 1976); about 2 is just noticeable, 20 is plain to see. */
export function difference(a: Rgb, b: Rgb): number {
  const [p, q] = [toLab(a), toLab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function toGamma(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function toLab(colour: Rgb): Rgb {
  const [r, g, b] = colour.map(toLinear) as unknown as Rgb;
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}
