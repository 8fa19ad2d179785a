import { describe, expect, it } from "vitest";
import type { ScenarioCard } from "../wire";
import { offerOf, playingTime } from "./cards";

function card(id: string, over: Partial<ScenarioCard> = {}): ScenarioCard {
  const plain = { name: id, summary: "", site: "s", minutes: 35, drill: false, start_minute: 0 };
  return { id, threat: "unknown", ...plain, ...over };
}

describe("what is offered", () => {
  const arcade = card("drill-arcade-unknown-threat", {
    drill: true,
    minutes: 22,
    start_minute: 12,
  });
  const school = card("drill-school-rtf-at-the-door", {
    drill: true,
    minutes: 17,
    start_minute: 8,
  });

  it("puts the newcomer's drill first and keeps the order of the rest", () => {
    const offer = offerOf([card("a"), arcade, card("b"), school]);
    expect(offer.drills.map((one) => one.id)).toEqual([school.id, arcade.id]);
    expect(offer.whole.map((one) => one.id)).toEqual(["a", "b"]);
    expect(offer.suggested).toBe(school.id);
  });

  it("suggests another drill where that one is missing, and none where there is none", () => {
    expect(offerOf([card("a"), arcade]).suggested).toBe(arcade.id);
    expect(offerOf([card("a")]).suggested).toBe("");
  });

  it("counts only the minutes that are played", () => {
    expect(playingTime(school)).toBe("9 minutes");
    expect(playingTime(card("a"))).toBe("35 minutes");
    expect(playingTime(card("a", { minutes: 9, start_minute: 8 }))).toBe("1 minute");
  });
});
