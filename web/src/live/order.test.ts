import { describe, expect, it } from "vitest";
import { area, team, verb } from "../testing";
import * as order from "./order";
import { sentence, spoken } from "./sentence";
import { findVerbs, groupsOf } from "./verbs";

const clear = verb();
const zone = verb({
  name: "declare_zone",
  label: "Zone",
  needs_team: "no",
  values: ["hot", "warm"],
});
const aep = verb({ name: "set_aep", label: "AEP", needs_team: "no", needs_area: "vehicle" });
const rtfIn = verb({ name: "clear_rtf_in", label: "RTF in", needs_team: "rtf" });
const escort = verb({ name: "secure_rtf", label: "Escort", needs_other: "rtf", needs_area: "no" });
const stage = verb({ name: "stage", label: "Stage", needs_team: "any", needs_area: "no" });
const known: order.Known = {
  teams: [team(), team({ index: 7, callsign: "RTF1", letter: "F", discipline: "medical" })],
  verbs: [clear, zone, aep, rtfIn, stage],
  areas: [area(0, "Library"), area(1, "Gym"), area(2, "Bus loop", { vehicle: true })],
  dim: {},
  reasons: { out: "It is out of action.", service: "That team is of the wrong service for this." },
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
    expect(steps["who"]!(steps["who"]!(order.EMPTY)).teams).toEqual([]);
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
    expect(order.dimReason(clear, team(), known)).toBe("");
    expect(order.dimReason(clear, team({ dim: { clear: "out" } }), known)).toBe(
      "It is out of action.",
    );
    const medics = team({ index: 7, callsign: "RTF1", dim: { clear: "service" } });
    expect(order.dimReason(zone, medics, known)).toBe("");
    const wrong = order.pickVerb(order.pickArea(order.pickTeam(order.EMPTY, 7), 0), clear);
    expect(order.judge(wrong, { ...known, teams: [medics] })).toMatchObject({
      ready: false,
      problem: "Clear, RTF1: That team is of the wrong service for this.",
    });
  });

  it("says why a verb or one of its values cannot be said to anybody", () => {
    const now = { ...known, dim: { clear: "out", "declare_zone hot": "unheard-of" } };
    expect(order.dimReason(clear, undefined, now)).toBe("It is out of action.");
    expect(order.valueReason(zone, "hot", now)).toBe("unheard-of");
    expect(order.valueReason(zone, "warm", now)).toBe("");
    const hot = order.pickValue(order.pickVerb(order.EMPTY, zone), "hot");
    expect(order.judge(order.pickArea(hot, 0), now).problem).toBe("hot: unheard-of");
  });

  it("goes to several teams, one message each, and names them all", () => {
    const both = order.addTeam(order.pickTeam(order.EMPTY, 0), 7);
    const draft = order.pickVerb(both, stage);
    expect(spoken(draft, known)).toBe("CT1 and RTF1, go to staging.");
    expect(order.toOrders(draft, known, () => "id").map((said) => said.team)).toEqual([0, 7]);
    expect(order.addTeam(both, 0).teams).toEqual([7]);
    expect(order.pickTeam(both, 7).teams).toEqual([7]);
  });

  it("means the likeliest second team until another is chosen", () => {
    const teams = [
      team({ others: { secure_rtf: 7 } }),
      team({ index: 7, callsign: "RTF1", discipline: "medical" }),
      team({ index: 8, callsign: "RTF2", discipline: "medical" }),
    ];
    const all = { ...known, teams, verbs: [escort] };
    const draft = order.pickVerb(order.pickTeam(order.EMPTY, 0), escort);
    expect(order.othersFor(escort, draft, teams).map((one) => one.index)).toEqual([7, 8]);
    expect(spoken(draft, all)).toBe("CT1, go with RTF1 as security.");
    const other = order.pickOther(draft, 8);
    expect(order.toOrders(other, all, () => "id")[0]?.other).toBe(8);
    const nobody = { ...all, teams: [team()] };
    expect(order.judge(draft, nobody).missing).toEqual(["other"]);
  });

  it("needs no word where a verb has one that is meant", () => {
    const rule = { ...zone, preset: "hot" };
    const draft = order.pickArea(order.pickVerb(order.EMPTY, rule), 1);
    const all = { ...known, verbs: [rule] };
    expect(order.judge(draft, all).ready).toBe(true);
    expect(spoken(draft, all)).toBe("All units, Gym is hot.");
  });

  it("is not ready where no vehicle can go and the verb needs one", () => {
    const draft = order.pickArea(order.pickVerb(order.EMPTY, aep), 0);
    expect(order.judge(draft, known).problem).toBe("Library: no vehicle can reach it.");
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

  it("names every place of an order", () => {
    const draft = { ...order.EMPTY, verb: "declare_zone", value: "warm", areas: [0, 1] };
    expect(spoken(draft, known)).toBe("All units, Library and Gym are warm.");
    expect(spoken({ ...draft, areas: [0, 1, 2, 1] }, known)).toBe(
      "All units, Library, Gym, Bus loop and Gym are warm.",
    );
  });
});

describe("finding a verb", () => {
  const verbs = [
    clear,
    verb({ name: "roll_call", label: "Roll call", group: "Radio", help: "Say where you are." }),
    verb({ name: "clear_the_air", label: "Quiet", group: "Radio", help: "Emergencies only." }),
  ];
  const names = (typed: string) => findVerbs(typed, verbs).map((one) => one.label);

  it("goes by label, then by name, then by help", () => {
    expect(names("cle")).toEqual(["Clear", "Quiet"]);
    expect(names("roll")).toEqual(["Roll call"]);
    expect(names("where")).toEqual(["Roll call"]);
    expect(names(" ")).toEqual([]);
    expect(groupsOf(verbs)).toEqual(["Radio"]);
  });
});

describe("a refusal", () => {
  it("is told once where the draft's own problem says the same", () => {
    expect(order.sameWords("CCP, CT1: No way leads there.", "No way leads there.")).toBe(true);
    expect(order.sameWords("Gym: no vehicle can reach it.", "No way leads there.")).toBe(false);
    expect(order.sameWords("", "No way leads there.")).toBe(false);
  });
});
