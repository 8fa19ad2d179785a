import { describe, expect, it } from "vitest";
import { qr } from "./qr";

const rows = (squares: boolean[][] | null): string[] =>
  (squares ?? []).map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));

describe("a QR code", () => {
  it("has its three finders, its timing and its one dark square", () => {
    const told = rows(qr("http://10.0.0.7:8600/join/ABCDE"));
    expect(told).toHaveLength(25);
    const finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
    finder.forEach((line, i) => {
      expect(told[i]!.slice(0, 7)).toBe(line);
      expect(told[i]!.slice(-7)).toBe(line);
      expect(told[25 - 7 + i]!.slice(0, 7)).toBe(line);
    });
    expect(told[6]!.slice(8, 17)).toBe("#.#.#.#.#");
    expect(told[25 - 8]![8]).toBe("#");
  });

  it("grows with the text and says where none fits", () => {
    expect(qr("a".repeat(17))).toHaveLength(21);
    expect(qr("a".repeat(18))).toHaveLength(25);
    expect(qr("a".repeat(106))).toHaveLength(37);
    expect(qr("a".repeat(107))).toBeNull();
  });
});
