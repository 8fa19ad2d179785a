/** The first minute: four steps on the real screen, and where each card stands. */

import type { Tab } from "./live.svelte";

export interface Step {
  readonly at: string;
  readonly tab?: Tab;
  readonly title: string;
  readonly text: string;
  readonly narrow: string;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const STEPS: readonly Step[] = [
  {
    at: "teams",
    tab: "teams",
    title: "These are your teams",
    text: "Each card says who they are, what they do and for how long. The letter chooses the team. Teams without a task stand on top: give them one, or they will follow the noise.",
    narrow:
      "Each card says who they are, what they do and for how long. Tap one to give it an order. Teams without a task stand on top: give them one, or they will follow the noise.",
  },
  {
    at: "plan",
    tab: "map",
    title: "This is what you know",
    text: "Only what was reported, with its age: the older, the paler. A question mark is ground nobody has reported from. Dense hatch is hot, sparse hatch is warm, an outline is cold; what still waits on the air is dashed. Key explains every sign.",
    narrow:
      "Only what was reported, with its age: the older, the paler. A question mark is ground nobody has reported from. Dense hatch is hot, sparse hatch is warm, an outline is cold; what still waits on the air is dashed. Key explains every sign.",
  },
  {
    at: "order",
    title: "This is how you say an order",
    text: "Who, what, where, in any order: tap a team, a word and the plan, read the sentence, say it. Further words stand in groups, or are found by typing. By keyboard: the letter, the number, the first letters of the place, Enter; a comma adds a team, a dot finds a word.",
    narrow:
      "Who, what, where: tap a team, then a word, then the map. Read the sentence, then say it. Further words are found by typing. It goes out by radio and waits its turn.",
  },
  {
    at: "clocks",
    title: "These clocks are what counts",
    text: "Each stops when it has happened. The row above them all says what waits on you. Space stops and starts the time.",
    narrow: "Each stops when it has happened. The row at the top says what waits on you.",
  },
];

/** Beside, below or above the lit part, where there is room; else at its foot. */
export function beside(
  spot: Spot,
  card: { width: number; height: number },
  screen: { width: number; height: number },
): { left: number; top: number } {
  const gap = 12;
  const right = screen.width - spot.left - spot.width;
  const below = screen.height - spot.top - spot.height;
  const fits = (room: number, needed: number) => room >= needed + 2 * gap;
  const middle = spot.top + (spot.height - card.height) / 2;
  let left = spot.left + (spot.width - card.width) / 2;
  let top = spot.top + spot.height - card.height - gap;
  if (fits(spot.top, card.height)) top = spot.top - card.height - gap;
  else if (fits(below, card.height)) top = spot.top + spot.height + gap;
  else if (fits(right, card.width)) [left, top] = [spot.left + spot.width + gap, middle];
  else if (fits(spot.left, card.width)) [left, top] = [spot.left - card.width - gap, middle];
  return {
    left: Math.max(gap, Math.min(screen.width - card.width - gap, left)),
    top: Math.max(gap, Math.min(screen.height - card.height - gap, top)),
  };
}
