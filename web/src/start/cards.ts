/** What the start page offers, and in which order. */

import type { ScenarioCard } from "../wire";

/** The drill that needs the least explaining; where it is not offered, the first drill is. */
const FOR_NEWCOMERS = "drill-school-rtf-at-the-door";

export interface Offer {
  readonly drills: readonly ScenarioCard[];
  readonly whole: readonly ScenarioCard[];
  /** The id that somebody new is pointed to, or "". */
  readonly suggested: string;
}

/** Drills and whole incidents apart, the newcomer's drill first. */
export function offerOf(cards: readonly ScenarioCard[]): Offer {
  const rank = (card: ScenarioCard) => (card.id === FOR_NEWCOMERS ? 0 : 1);
  const drills = cards.filter((card) => card.drill).sort((a, b) => rank(a) - rank(b));
  return {
    drills,
    whole: cards.filter((card) => !card.drill),
    suggested: drills[0]?.id ?? "",
  };
}

/** How long a card is played, in words: a drill's opening is not. */
export function playingTime(card: ScenarioCard): string {
  const minutes = card.minutes - card.start_minute;
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
