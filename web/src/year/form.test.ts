import { describe, expect, it } from "vitest";
import { agencyChoices, agencyOf, byField, draftOf, emptyDraft, emptySite } from "./form";
import { scaleOf, signed } from "./read";
import { peopleOf, rosterWords } from "./roster";

describe("the agency's form", () => {
  it("sends nothing that was not typed", () => {
    expect(agencyOf(emptyDraft())).toEqual({ now: {}, incidents_per_year: {} });
  });

  it("sends numbers as numbers, and what is none as it is", () => {
    const draft = emptyDraft();
    Object.assign(draft.values, { officers: "40", hours: "twelve", shifts: "A, B," });
    Object.assign(draft.values, { "now.command_h": "1,5", agencies: "own" });
    const agency = agencyOf(draft);
    expect(agency).toMatchObject({ officers: 40, hours: "twelve", shifts: ["A", "B"] });
    expect(agency).toMatchObject({ now: { command_h: 1.5 }, agencies: null });
  });

  it("gives the only building every active threat, and asks for the shares of several", () => {
    const draft = emptyDraft();
    draft.sites = [{ scenario: "school", share: "", arrival: "1.2" }];
    expect(agencyOf(draft)["sites"]).toEqual([{ scenario: "school", share: 1, arrival: 1.2 }]);
    draft.sites = [{ scenario: "school", share: "3", arrival: "1" }, emptySite()];
    expect(agencyOf(draft)["sites"]).toEqual([{ scenario: "school", share: 3, arrival: 1 }, {}]);
  });

  it("says Fire and EMS by a factor or in the agency's own terms, never both", () => {
    const draft = emptyDraft();
    Object.assign(draft.values, { medics: "2", "ems.crews": "3", "ems.enters": "when-clear" });
    draft.hospitals = [{ name: "St. Ann", drive_min: "12,5", trauma_centre: "no" }];
    expect(agencyOf(draft)).toEqual({ now: {}, incidents_per_year: {}, medics: 2 });
    draft.own = true;
    const hospitals = [{ name: "St. Ann", drive_min: 12.5, trauma_centre: false }];
    const ems = { crews: 3, enters: "when-clear", hospitals };
    expect(agencyOf(draft)).toEqual({ now: {}, incidents_per_year: {}, ems });
    const found = byField([
      { field: "ems.crews", text: "99 is not allowed; 0 to 40" },
      { field: "ems.hospitals[1].drive_min", text: "missing; a number" },
    ]);
    expect([...found.keys()]).toEqual(["ems.crews", "hospitals.1.drive_min"]);
  });

  it("puts every problem at a field, a person's at the line", () => {
    const draft = emptyDraft();
    draft.roster = "name;number;shift\n\nR. Vale;4711;A\nS. Moor;12;C";
    const found = byField(
      [
        { field: "hours", text: "nothing is not allowed; nobody else knows it" },
        { field: "shifts[0]", text: "too long" },
        { field: "incidents_per_year", text: "missing; a table" },
        { field: "sites[1].share", text: "'x' is not allowed; a number" },
        { field: "sites", text: "nothing is not allowed; nobody else knows it" },
        { field: "roster[1].shift", text: "'C' is not allowed; A" },
        { field: "elsewhere", text: "odd" },
      ],
      draft,
    );
    expect(found.get("hours")).toBe("Needed: nobody else knows it");
    expect(found.get("sites.1.share")).toContain("'x'");
    expect(found.get("roster")).toBe("Line 4, shift: 'C' is not allowed; A");
    const keys = ["hours", "shifts", "incidents_per_year.single", "sites.1.share"];
    expect([...found.keys()]).toEqual([...keys, "sites.0.scenario", "roster", ""]);
  });

  it("is as it was typed when it is opened again, whatever was kept", () => {
    const draft = emptyDraft();
    draft.values["hours"] = "twelve";
    draft.sites = [emptySite(), { scenario: "arcade", share: "1", arrival: "" }];
    draft.roster = "R. Vale";
    expect(draftOf(JSON.stringify(draft))).toEqual(draft);
    expect(draftOf("{broken")).toEqual(emptyDraft());
    expect(draftOf("")).toEqual(emptyDraft());
  });

  it("says of a kind of place who comes and when", () => {
    const card = { id: "metro", police_s: 180, medical_s: null, ambulance_s: 475, ambulances: 6 };
    const words = "a large city: police 3 min, no medics, ambulance 8 min (6)";
    expect(agencyChoices([card])[1]).toEqual({ value: "metro", label: words });
  });
});

describe("a roster", () => {
  const vale = { name: "R. Vale", number: "4711", shift: "A" };
  const moor = { name: "S. Moor", number: "", shift: "B" };

  it("is read from lines as people have them", () => {
    const shifts = ["A", "B"];
    for (const text of [
      "Name,Number,Shift\nR. Vale,4711,A\nS. Moor,B",
      "R. Vale\t4711\tA\r\nS. Moor\t\tB\r\n",
      "R. Vale; 4711; A\n\nS. Moor; B",
    ]) {
      expect(peopleOf(text, shifts).officers).toEqual([vale, moor]);
    }
    expect(peopleOf('"Vale, R.",4711,A', shifts).officers[0]?.name).toBe("Vale, R.");
    expect(peopleOf("\n\nR. Vale,4711,A", shifts).lines).toEqual([3]);
  });

  it("needs no shift where there is but one, and guesses none where there are several", () => {
    expect(peopleOf("R. Vale, 4711", ["A"]).officers).toEqual([vale]);
    expect(peopleOf("R. Vale", ["A", "B"]).officers[0]?.shift).toBe("");
    expect(peopleOf("R. Vale, 4711", ["A", "B"]).officers[0]?.shift).toBe("4711");
  });

  it("is counted by shift", () => {
    expect(rosterWords({ officers: [vale, moor, vale], lines: [1, 2, 3] })).toBe(
      "3 people: A 2, B 1.",
    );
    expect(rosterWords(peopleOf("", ["A"]))).toBe("");
  });
});

describe("a plan's numbers", () => {
  it("have nought on their scale and a sign", () => {
    const split = {
      medical_h: 1,
      movement_h: 1,
      command_h: 1,
      best_p: 0.1,
      behind: 0,
      behind_half_width: 0,
    };
    const scale = scaleOf([
      { ...split, deaths_per_year: -0.2, low: -0.4, high: -0.1, half_width: 0.05 },
    ]);
    expect([scale.at(-0.4), scale.at(0)]).toEqual([0, 1]);
    expect([signed(-0.012), signed(0.00001), signed(2)]).toEqual(["−0.012", "0", "+2.00"]);
  });
});
