import { describe, expect, it } from "vitest";
import { area, team, verb } from "../testing";
import * as order from "./order";
import { sentence, spoken } from "./sentence";

const clear = verb();
const zone = verb({
  name: "declare_zone",
  label: "Zone",
  needs_team: "no",
  values: ["hot", "warm"],
});
const aep = verb({ name: "set_aep", label: "AEP", needs_team: "no", needs_area: "vehicle" });
const rtfIn = verb({ name: "clear_rtf_in", label: "RTF in", needs_team: "rtf" });
const stage = verb({ name: "stage", label: "Stage", needs_team: "any", needs_area: "no" });
const known: order.Known = {
  teams: [team(), team({ index: 7, callsign: "RTF1", letter: "F", discipline: "medical" })],
  verbs: [clear, zone, aep, rtfIn, stage],
  areas: [area(0, "Library"), area(1, "Gym"), area(2, "Bus loop", { vehicle: true })],
};
const steps: Record<string, (draft: order.Draft) => order.Draft> = {
  who: (draft) => order.pickTeam(draft, 0),
  what: (draft) => order.pickVerb(draft, clear),
  where: (draft) => order.pickArea(draft, 1),
};

describe("an order", () => {
  it.each([
    ["who", "what", "where"],
    ["who", "where", "what"],
    ["what", "who", "where"],
    ["what", "where", "who"],
    ["where", "who", "what"],
    ["where", "what", "who"],
  ])("is ready after %s, %s, %s", (...sequence) => {
    const draft = sequence.reduce((made, step) => steps[step]!(made), order.EMPTY);
    expect(order.judge(draft, known)).toEqual({ missing: [], problem: "", ready: true });
    expect(spoken(draft, known)).toBe("CT1, clear Gym.");
    expect(order.toOrders(draft, known, () => "id")).toEqual([
      { command_id: "id", verb: "clear", team: 0, area: 1, value: "", other: -1 },
    ]);
  });

  it("asks for what is missing, who before what before where", () => {
    expect(order.judge(order.EMPTY, known).missing).toEqual(["team", "verb", "area"]);
    expect(order.judge(steps["who"]!(order.EMPTY), known).missing).toEqual(["verb", "area"]);
  });

  it("is not asked for a team or an area that its verb does not need", () => {
    expect(order.judge(order.pickVerb(order.EMPTY, zone), known).missing).toEqual([
      "value",
      "area",
    ]);
    const staged = order.pickVerb(order.pickArea(order.pickTeam(order.EMPTY, 0), 1), stage);
    expect(order.toOrders(staged, known, () => "id")[0]).toMatchObject({ team: 0, area: -1 });
  });

  it("lets go of what is chosen a second time", () => {
    expect(steps["who"]!(steps["who"]!(order.EMPTY)).team).toBe(-1);
    expect(order.isEmpty(steps["what"]!(steps["what"]!(order.EMPTY)))).toBe(true);
    expect(steps["where"]!(steps["where"]!(order.EMPTY)).areas).toEqual([]);
  });

  it("takes the last place, but a zone takes all of them, one message each", () => {
    const one = order.pickArea(order.pickArea(order.EMPTY, 0), 1);
    expect(one.areas).toEqual([1]);
    const many = order.addAreas(order.pickValue(order.pickVerb(one, zone), "warm"), [0, 1, 2]);
    expect(many.areas).toEqual([1, 0, 2]);
    let id = 0;
    const orders = order.toOrders(many, known, () => String((id += 1)));
    expect(orders.map((said) => [said.command_id, said.area, said.value])).toEqual([
      ["1", 1, "warm"],
      ["2", 0, "warm"],
      ["3", 2, "warm"],
    ]);
    expect(order.pickVerb(many, clear).areas).toEqual([2]);
  });

  it("says why a verb makes no sense for a team", () => {
    expect(order.dimReason(rtfIn, team())).toBe("for rescue task forces");
    expect(order.dimReason(clear, known.teams[1])).toBe("for police teams");
    expect(order.dimReason(clear, team({ dim: { clear: "it is out of action" } }))).toBe(
      "it is out of action",
    );
    expect(order.dimReason(zone, known.teams[1])).toBe("");
    const wrong = order.pickVerb(order.pickArea(order.pickTeam(order.EMPTY, 7), 0), clear);
    expect(order.judge(wrong, known)).toMatchObject({
      ready: false,
      problem: "RTF1: for police teams",
    });
  });

  it("is not ready where no vehicle can go and the verb needs one", () => {
    const draft = order.pickArea(order.pickVerb(order.EMPTY, aep), 0);
    expect(order.judge(draft, known).problem).toBe("Library: no vehicle can reach it");
    expect(order.judge(order.pickArea(draft, 2), known).ready).toBe(true);
  });

  it("can be a ready-made answer, shown as a draft", () => {
    const ready = {
      label: "Cleared in",
      verb: "clear_rtf_in",
      team: 7,
      area: 0,
      value: "",
      other: -1,
    };
    expect(spoken(order.fromReady(ready), known)).toBe("RTF1, you are cleared in to Library.");
  });
});

describe("the sentence", () => {
  it("shows gaps where something is missing", () => {
    expect(sentence(order.pickTeam(order.EMPTY, 0), known)).toEqual([
      { text: "CT1, ", gap: false },
      { text: "what", gap: true },
      { text: " ", gap: false },
      { text: "where", gap: true },
      { text: ".", gap: false },
    ]);
  });

  it("lists up to three places and counts the rest", () => {
    const draft = { ...order.EMPTY, verb: "declare_zone", value: "warm", areas: [0, 1] };
    expect(spoken(draft, known)).toBe("All units, Library and Gym are warm.");
    expect(spoken({ ...draft, areas: [0, 1, 2, 1] }, known)).toContain("Library, Gym and 2 more");
  });

  it("uses the verb's own label where it knows no better words", () => {
    const odd = verb({ name: "new_thing", label: "Guard" });
    const all = { ...known, verbs: [odd] };
    expect(spoken({ team: 0, verb: "new_thing", areas: [1], value: "" }, all)).toBe(
      "CT1, guard Gym.",
    );
  });
});
