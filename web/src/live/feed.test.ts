import { describe, expect, it } from "vitest";
import { team, verb, view } from "../testing";
import type { Answer, GiveOrder } from "../wire";
import { newCommandId, parse, receive, sent, START } from "./feed";
import { isKeyOf, keyCap, meaning, type KeyContext } from "./keys";
import { EMPTY } from "./order";
import { backoffMs, isFinal, socketUrl } from "./socket";
import { beside } from "./walk";

const message: GiveOrder = {
  type: "order",
  command_id: "c1",
  verb: "clear",
  team: 0,
  area: 1,
  value: "",
  other: -1,
};
const draft = { ...EMPTY, teams: [0] };
const answer = (over: Partial<Answer>): Answer => {
  const plain = { type: "answer" as const, command_id: "c1", accepted: true, code: "accepted" };
  return { ...plain, text: "", sentence: "CT1, clear Gym", ...over };
};

describe("the feed", () => {
  it("keeps a command until its answer, so that it can be sent again", () => {
    const waiting = sent(START, { message, draft });
    expect(waiting.pending).toHaveLength(1);
    expect(receive(waiting, answer({ command_id: "other" })).pending).toHaveLength(1);
    const done = receive(waiting, answer({}));
    expect(done.pending).toEqual([]);
    expect(done.said).toEqual({ accepted: true, text: "CT1, clear Gym", draft: null });
  });

  it("gives a refused order back with its reason", () => {
    const refused = receive(
      sent(START, { message, draft }),
      answer({ accepted: false, text: "No way there" }),
    );
    expect(refused.said).toEqual({ accepted: false, text: "No way there", draft });
  });

  it("says an order of several parts whole, and keeps what was refused of it", () => {
    const batch = { words: "CT1 and CT2, clear Gym.", refused: "" };
    const second = { ...message, command_id: "c2" };
    const both = sent(sent(START, { message, draft, batch }), { message: second, draft, batch });
    const one = receive(both, answer({ sentence: "CT1, clear Gym." }));
    expect(one.said).toEqual({ accepted: true, text: batch.words, draft: null });
    const no = { accepted: false, text: "No way there" };
    const refused = receive(both, answer({ ...no, command_id: "c2" }));
    expect(receive(refused, answer({})).said).toEqual({ ...no, draft: null });
  });

  it("tells how far a drill's opening is until the exercise begins", () => {
    const opening = { type: "preparing" as const, text: "Playing", done: 3, total: 8 };
    expect(parse(JSON.stringify(opening))).toEqual(opening);
    const waiting = receive(START, opening);
    expect(waiting.preparing?.done).toBe(3);
    expect(waiting.hello).toBeNull();
  });

  it("shows the newest view, and a fault until the next answer or hello", () => {
    const seen = receive(receive(START, view({ now_s: 5 })), view({ now_s: 6 }));
    expect(seen.view?.now_s).toBe(6);
    const fault = { type: "fault" as const, code: "defect", text: "x", stopped: true };
    const faulty = receive(sent(seen, { message, draft }), fault);
    expect(faulty.fault?.stopped).toBe(true);
    expect(receive(faulty, view({ now_s: 7 })).fault).not.toBeNull();
    expect(receive(faulty, answer({})).fault).toBeNull();
  });

  it("ignores what is not one of our messages", () => {
    expect([parse("{"), parse("3"), parse('{"type":"other"}'), parse("null")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(parse('{"type":"view"}')?.type).toBe("view");
  });

  it("makes ids without a secure context, never the same twice", () => {
    const ids = new Set(Array.from({ length: 200 }, newCommandId));
    expect(ids.size).toBe(200);
    expect([...ids][0]).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("the socket", () => {
  it("waits longer each time, eight seconds at most", () => {
    expect([0, 1, 2, 3, 4, 9, 99].map(backoffMs)).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
  });

  it("gives up only where the server says that there is no place", () => {
    expect([1006, 1001, 1012].some(isFinal)).toBe(false);
    expect([1008, 4401, 4403, 4404].every(isFinal)).toBe(true);
  });

  it("speaks to the host of the page, encrypted where the page is", () => {
    const at = (protocol: string) => ({ protocol, host: "box:8600" }) as Location;
    expect(socketUrl(at("http:"), "x1", "a b")).toBe("ws://box:8600/ws/x1?token=a%20b");
    expect(socketUrl(at("https:"), "x1", "t")).toBe("wss://box:8600/ws/x1?token=t");
  });
});

describe("the keyboard", () => {
  const clear = verb();
  const context: KeyContext = {
    teams: [team(), team({ index: 5, letter: "L" })],
    verbs: [clear, verb({ name: "set_ccp", key: "shift+3" })],
    missing: ["team", "verb", "area"],
    values: [],
    others: [],
  };
  const press = (key: string, over: Partial<KeyContext> = {}, code = "", shift = false) =>
    meaning({ key, code, shift }, { ...context, ...over });

  it("chooses a team by letter and a verb by number", () => {
    expect(press("l")).toEqual({ kind: "team", team: 5 });
    expect(press("3")).toEqual({ kind: "verb", verb: clear });
    expect(press("q")).toEqual({ kind: "nobody", letter: "Q" });
    expect(press("F5")).toEqual({ kind: "none" });
  });

  it("names a second team by its letter where one is asked for, and adds one after a comma", () => {
    const others = [team({ index: 5, letter: "L" })];
    expect(press("l", { others, missing: [] })).toEqual({ kind: "other", team: 5 });
    expect(press("a", { others, missing: [] })).toEqual({ kind: "team", team: 0 });
    expect(press(",").kind).toBe("and");
    expect(press(".").kind).toBe("seek");
    expect(press(";").kind).toBe("why");
  });

  it("types a place once only the place is missing, and picks a value by its first letter", () => {
    expect(press("l", { missing: ["area"] })).toEqual({ kind: "place", text: "l" });
    expect(press("w", { missing: ["value", "area"], values: ["hot", "warm"] })).toEqual({
      kind: "value",
      value: "warm",
    });
  });

  it("says, clears, pauses, zooms, pans and changes the floor", () => {
    expect(
      ["Enter", "Escape", " ", "+", "ArrowLeft", "PageUp", "/", "?"].map((key) => press(key).kind),
    ).toEqual(["say", "clear", "pause", "zoom", "pan", "level", "place", "help"]);
  });

  it("reads shift and a digit by its place on any keyboard", () => {
    expect(isKeyOf("shift+3", { key: "§", code: "Digit3", shift: true })).toBe(true);
    expect(isKeyOf("3", { key: "§", code: "Digit3", shift: true })).toBe(false);
    expect(isKeyOf("3", { key: '"', code: "Digit3", shift: false })).toBe(true);
    expect([keyCap("shift+3"), keyCap("3")]).toEqual(["⇧3", "3"]);
  });
});

describe("the walk-through card", () => {
  it("stands beside what it explains and never leaves the screen", () => {
    const screen = { width: 1440, height: 900 };
    const card = { width: 420, height: 220 };
    const left = beside({ left: 0, top: 120, width: 300, height: 600 }, card, screen);
    expect(left.left).toBeGreaterThanOrEqual(300);
    const low = beside({ left: 0, top: 700, width: 1440, height: 160 }, card, screen);
    expect(low.top + card.height).toBeLessThanOrEqual(700);
    const full = beside({ left: 0, top: 0, width: 390, height: 844 }, card, {
      width: 390,
      height: 844,
    });
    expect(full.top + card.height).toBeLessThanOrEqual(844);
  });
});
