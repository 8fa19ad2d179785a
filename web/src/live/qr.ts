/** A QR code for a short text: byte mode, error correction L, versions 1 to 5, one mask. */

/** By version: bytes of data, bytes of error correction. */
const SIZES: readonly (readonly [number, number])[] = [
  [19, 7],
  [34, 10],
  [55, 15],
  [80, 20],
  [108, 26],
];
/** Correction L with the mask of a chessboard, with its own check bits. */
const FORMAT = 0b111011111000100;

/** The squares, row by row, true for dark; null where the text is too long. */
export function qr(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)];
  const version = SIZES.findIndex(([data]) => bytes.length + 2 <= data) + 1;
  const sizes = SIZES[version - 1];
  if (!sizes) return null;
  const data = packed(bytes, sizes[0]);
  const bits = [...data, ...correction(data, sizes[1])].flatMap((byte) => bitsOf(byte, 8));
  return drawn(version, bits);
}

const bitsOf = (value: number, count: number): boolean[] =>
  Array.from({ length: count }, (_, i) => ((value >> (count - 1 - i)) & 1) === 1);

/** Mode, length, the bytes and the filling, in whole bytes. */
function packed(bytes: number[], length: number): number[] {
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, 8)];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  bits.push(false, false, false, false);
  const whole: number[] = [];
  for (let i = 0; i + 8 <= bits.length; i += 8) {
    whole.push(bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + Number(bit), 0));
  }
  for (let fill = 0xec; whole.length < length; fill ^= 0xec ^ 0x11) whole.push(fill);
  return whole;
}

/** The field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    if ((b >> i) & 1) product ^= a;
  }
  return product;
}

/** Reed-Solomon: what is left of the data after division by the generator. */
function correction(data: number[], count: number): number[] {
  const generator: number[] = Array.from({ length: count }, (_, i) => (i === count - 1 ? 1 : 0));
  let root = 1;
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      generator[j] = times(generator[j]!, root) ^ (generator[j + 1] ?? 0);
    }
    root = times(root, 2);
  }
  const left = new Array<number>(count).fill(0);
  for (const byte of data) {
    const factor = byte ^ left.shift()!;
    left.push(0);
    generator.forEach((each, i) => (left[i]! ^= times(each, factor)));
  }
  return left;
}

function drawn(version: number, bits: boolean[]): boolean[][] {
  const size = 17 + 4 * version;
  const squares: (boolean | null)[][] = Array.from({ length: size }, () =>
    new Array<boolean | null>(size).fill(null),
  );
  const put = (row: number, column: number, dark: boolean) => {
    if (squares[row]?.[column] !== undefined) squares[row]![column] = dark;
  };
  const ring = (row: number, column: number, reach: number, light: readonly number[]) => {
    for (let r = -reach; r <= reach; r += 1) {
      for (let c = -reach; c <= reach; c += 1) {
        put(row + r, column + c, !light.includes(Math.max(Math.abs(r), Math.abs(c))));
      }
    }
  };
  for (let i = 0; i < size; i += 1) {
    put(6, i, i % 2 === 0);
    put(i, 6, i % 2 === 0);
  }
  ring(3, 3, 4, [2, 4]);
  ring(3, size - 4, 4, [2, 4]);
  ring(size - 4, 3, 4, [2, 4]);
  if (version > 1) ring(size - 7, size - 7, 2, [1]);
  format(put, size);
  fill(squares, bits);
  return squares.map((row) => row.map((dark) => dark === true));
}

/** The format twice, and the one square that is always dark. */
function format(put: (row: number, column: number, dark: boolean) => void, size: number): void {
  for (let i = 0; i < 15; i += 1) {
    const dark = ((FORMAT >> i) & 1) === 1;
    put(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, dark);
    put(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, dark);
  }
  put(size - 8, 8, true);
}

/** The bits in columns of two, upwards and downwards in turn from the right, under the mask. */
function fill(squares: (boolean | null)[][], bits: boolean[]): void {
  const size = squares.length;
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const row = upward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (squares[row]![column] !== null) continue;
        const bit = bits[next] ?? false;
        next += 1;
        squares[row]![column] = bit !== ((row + column) % 2 === 0);
      }
    }
  }
}
