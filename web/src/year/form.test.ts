import { describe, expect, it } from "vitest";
import { agencyOf, byField, emptyForm } from "./form";
import { scaleOf, signed } from "./read";

describe("the agency's form", () => {
  it("sends nothing that was not typed", () => {
    expect(agencyOf(emptyForm())).toEqual({ now: {}, incidents_per_year: {} });
  });

  it("sends numbers as numbers, and what is none as it is", () => {
    const values = { ...emptyForm(), officers: "40", hours: "twelve", shifts: "A, B," };
    const agency = agencyOf({ ...values, "now.command_h": "1,5", agencies: "own" });
    expect(agency).toMatchObject({ officers: 40, hours: "twelve", shifts: ["A", "B"] });
    expect(agency).toMatchObject({ now: { command_h: 1.5 }, agencies: null });
  });

  it("puts every problem at a field", () => {
    const found = byField([
      { field: "hours", text: "nothing is not allowed; nobody else knows it" },
      { field: "shifts[0]", text: "too long" },
      { field: "incidents_per_year", text: "missing; a table" },
      { field: "elsewhere", text: "odd" },
    ]);
    expect(found.get("hours")).toBe("Needed: nobody else knows it");
    expect([...found.keys()]).toEqual(["hours", "shifts", "incidents_per_year.single", ""]);
  });
});

describe("a plan's numbers", () => {
  it("have nought on their scale and a sign", () => {
    const split = { medical_h: 1, movement_h: 1, command_h: 1, best_p: 0.1 };
    const scale = scaleOf([
      { ...split, deaths_per_year: -0.2, low: -0.4, high: -0.1, half_width: 0.05 },
    ]);
    expect([scale.at(-0.4), scale.at(0)]).toEqual([0, 1]);
    expect([signed(-0.012), signed(0.00001), signed(2)]).toEqual(["−0.012", "0", "+2.00"]);
  });
});
