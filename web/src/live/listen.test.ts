import { describe, expect, it } from "vitest";
import { line } from "../testing";
import { justHeard, readLine } from "./listen";

describe("reading the radio aloud", () => {
  const old = line({ id: 2 });

  it("reads what was just heard, once", () => {
    const fresh = line({ id: 4, speaker: "RTF1", text: "RTF1, asking to come in" });
    expect(justHeard([old], [old, fresh])).toEqual([fresh]);
    expect(justHeard([old, fresh], [old, fresh])).toEqual([]);
    expect(readLine(fresh)).toBe("RTF1. Asking to come in");
  });

  it("waits until a line was heard, and leaves out one's own orders", () => {
    const waiting = line({ id: 4, heard_s: null, state: "queued" });
    const heard = line({ id: 4 });
    const mine = line({ id: 5, kind: "order", speaker: "TAC" });
    expect(justHeard([old], [old, waiting, mine])).toEqual([]);
    expect(justHeard([old, waiting], [old, heard, mine])).toEqual([heard]);
  });

  it("reads nothing of a log that was there already, and no more than the newest three", () => {
    const many = [4, 6, 8, 10].map((id) => line({ id }));
    expect(justHeard(undefined, many)).toEqual([]);
    expect(justHeard([], many).map((one) => one.id)).toEqual([6, 8, 10]);
  });
});
