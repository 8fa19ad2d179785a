import { describe, expect, it } from "vitest";
import { emptyDraft, emptySite } from "./form";
import type { PlanPace } from "./shapes";
import { kindsOf, takesWords, paceNote } from "./takes";

const pace: PlanPace = { incidents_each: 75, per_s: 1000, state: "ready" };
const usual = { points: 64, repeats: 8 };

describe("how long a plan takes", () => {
  it("counts what comes at all, active threats by building", () => {
    const draft = emptyDraft();
    expect(kindsOf(draft)).toBe(0);
    Object.assign(draft.values, {
      "incidents_per_year.single": "20",
      "incidents_per_year.many": "0",
      "incidents_per_year.active": "0,05",
    });
    draft.sites = [emptySite(), emptySite()];
    expect(kindsOf(draft)).toBe(3);
    expect(takesWords(draft, usual, pace)).toBe(
      "115,200 incidents, about 2 minutes on this machine",
    );
    expect(takesWords(draft, { points: 1, repeats: 1 }, pace)).toContain("less than a minute");
    expect(takesWords(draft, { points: 512, repeats: 64 }, pace)).toContain("about 2 hours");
  });

  it("says what it is told for, or why it cannot be said", () => {
    expect(paceNote(pace)).toContain("gives way");
    expect(paceNote({ ...pace, per_s: null, state: "compiling" })).toContain("being prepared");
    expect(paceNote({ ...pace, per_s: null, state: "failed" })).toContain("hours");
    expect(paceNote({ ...pace, per_s: null, state: "sampling" })).toContain("looked at");
  });
});
