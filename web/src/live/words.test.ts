import { describe, expect, it } from "vitest";
import { area, line, waiting } from "../testing";
import type { Situation } from "../wire";
import { clock, shortAge, spokenAge, staleness, strength } from "./ages";
import { findPlaces, fullName, plain } from "./places";
import { lineTimes, withoutCallsign } from "./radio";
import { advice, careLevel, clockState, threatLevel } from "./situation";
import { byUrgency, waitingFor } from "./waiting";

describe("times and ages", () => {
  it("reads a clock as minutes and seconds, hours counted in minutes", () => {
    expect([clock(0), clock(61.9), clock(4000), clock(null), clock(-3)]).toEqual([
      "00:00",
      "01:01",
      "66:40",
      "–",
      "00:00",
    ]);
  });

  it("gives ages short on the plan and in words elsewhere", () => {
    expect([shortAge(7.8), shortAge(130), shortAge(7300), shortAge(null)]).toEqual([
      "7s",
      "2m",
      "2h",
      "?",
    ]);
    expect([spokenAge(1), spokenAge(30), spokenAge(65), spokenAge(200)]).toEqual([
      "just now",
      "30 seconds ago",
      "1 minute ago",
      "3 minutes ago",
    ]);
  });

  it("draws older information paler, but never too pale to read", () => {
    expect([staleness(5), staleness(100), staleness(200), staleness(null)]).toEqual([
      "fresh",
      "ageing",
      "stale",
      "unknown",
    ]);
    expect(strength(5)).toBeGreaterThan(strength(100));
    expect(strength(100)).toBeGreaterThan(strength(200));
    expect(strength(100000)).toBeGreaterThan(0.5);
  });
});

describe("finding a place by name", () => {
  const areas = [
    area(0, "Main corridor west"),
    area(1, "Room 101"),
    area(2, "Room 102", { level: 1 }),
    area(3, "Nurse's room"),
    area(4, "Café"),
    area(5, "Store"),
    area(6, "Store", { level: 1 }),
  ];
  const names = (typed: string, level = 0) =>
    findPlaces(typed, areas, level).map((one) => one.area.name);

  it("needs only the beginnings of words, without accents or apostrophes", () => {
    expect(plain("Nurse's  Café")).toBe("nurse s cafe");
    expect(names("nur")).toEqual(["Nurse's room"]);
    expect(names("cor w")).toEqual(["Main corridor west"]);
    expect(names("cafe")).toEqual(["Café"]);
  });

  it("finds a room by number and by its initials", () => {
    expect(names("102")).toEqual(["Room 102"]);
    expect(names("mcw")[0]).toBe("Main corridor west");
    expect(names("r101")[0]).toBe("Room 101");
  });

  it("prefers the shown floor and tells twins apart by their floor", () => {
    expect(findPlaces("store", areas, 1)[0]?.area.index).toBe(6);
    const levels = [
      { number: 0, name: "Ground" },
      { number: 1, name: "Upper" },
    ];
    expect(fullName(areas[6]!, areas, levels)).toBe("Store (Upper)");
    expect(fullName(areas[4]!, areas, levels)).toBe("Café");
  });

  it("finds nothing for nothing", () => {
    expect(names("  ")).toEqual([]);
    expect(names("zzz")).toEqual([]);
  });
});

describe("the radio log", () => {
  it("says when something was seen only where that was notably earlier", () => {
    expect(lineTimes(line())).toEqual({ main: "01:42", seen: "" });
    const late = line({ observed_s: 60, heard_s: 120 });
    expect(lineTimes(late)).toEqual({ main: "02:00", seen: "seen 01:00, heard 02:00" });
    expect(lineTimes(line({ heard_s: null })).main).toBe("01:40");
  });

  it("does not repeat who speaks or is spoken to", () => {
    expect(withoutCallsign(line({ text: "CT1, room clear" }))).toBe("Room clear");
    expect(withoutCallsign(line({ text: "tac, room clear" }))).toBe("Room clear");
    expect(withoutCallsign(line({ text: "Room clear" }))).toBe("Room clear");
  });

  it("offers the answer only on the newest line of the request", () => {
    const item = waiting({ kind: "entry_request", team: 4 });
    const old = line({ id: 1, team: 4, kind: "entry_request" });
    const now = line({ id: 2, team: 4, kind: "entry_request" });
    expect(waitingFor(now, [old, now], [item])).toBe(item);
    expect(waitingFor(old, [old, now], [item])).toBeUndefined();
    expect(waitingFor(line(), [old, now], [item])).toBeUndefined();
  });
});

describe("what waits", () => {
  it("is shown threat first, then requests, then idle officers, the longest wait first", () => {
    const items = [
      waiting({ key: "a", waiting_s: 5 }),
      waiting({ key: "b", waiting_s: 50 }),
      waiting({ key: "c", kind: "entry_request" }),
      waiting({ key: "d", kind: "threat" }),
      waiting({ key: "e", kind: "uncared" }),
      waiting({ key: "f", kind: "counts" }),
    ];
    expect(byUrgency(items).map((one) => one.key)).toEqual(["d", "c", "e", "b", "a", "f"]);
  });
});

describe("the situation", () => {
  const about = (over: Partial<Situation>): Situation => ({
    casualties: 4,
    medical_teams: 2,
    ambulances: 1,
    ratio: 2,
    threat: "unknown",
    threat_age_s: null,
    threat_by: "",
    uncared: 0,
    uncared_s: null,
    span: 0,
    span_most: 7,
    ...over,
  });

  it("is beyond care when the ratio is above one or there is no care at all", () => {
    expect(careLevel(about({}))).toBe("beyond");
    expect(careLevel(about({ ratio: 1 }))).toBe("within");
    expect(careLevel(about({ ratio: null }))).toBe("beyond");
    expect(careLevel(about({ casualties: 0, ratio: null }))).toBe("within");
  });

  it("takes a contained threat as unknown, because it can start again", () => {
    expect(
      ["none", "over", "contained", "unknown", "ongoing"].map((one) => threatLevel(one as "none")),
    ).toEqual(["none", "none", "unknown", "unknown", "ongoing"]);
  });

  it("has its own advice for each of the six cells", () => {
    const all = (["none", "unknown", "ongoing"] as const).flatMap((threat) =>
      (["within", "beyond"] as const).map((care) => advice(threat, care)),
    );
    expect(new Set(all).size).toBe(6);
  });

  it("says in words when a clock is overdue, late, done, due or open", () => {
    const one = (at_s: number | null, due_s: number | null) =>
      clockState({ name: "x", label: "X", at_s, due_s }, 100);
    expect(one(null, 70)).toEqual({ words: "00:30 overdue", state: "overdue" });
    expect(one(90, 70)).toEqual({ words: "01:30 late", state: "late" });
    expect(one(60, 70)).toEqual({ words: "01:00", state: "done" });
    expect(one(null, 170)).toEqual({ words: "by 02:50", state: "due" });
    expect(one(null, null)).toEqual({ words: "not yet", state: "open" });
  });
});
