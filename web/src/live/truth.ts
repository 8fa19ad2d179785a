/** How it truly stands, for whoever leads: drawn over what the seat was told. */

import { pictureOf, sumOf, unfold, type Moment, type Named, type Picture } from "../review/replay";
import type { Hello, View } from "../wire";

export interface Stand {
  /** The threat in a word or two, with its place where it has one. */
  readonly threat: string;
  readonly counts: string;
  readonly idle: number;
}

export interface Truth {
  readonly picture: Picture;
  readonly told: Stand;
  readonly true: Stand;
}

/** What is true beside what was told; null for a seat that is not sent it. */
export function truthOf(hello: Hello, view: View): Truth | null {
  if (!view.truth) return null;
  const { corridor, ccp, aep } = view;
  const belief: Moment["belief"] = [
    ...([3, -1, -1, 0, -1, ccp, aep, 0, 0] as const),
    corridor.areas,
    corridor.posts,
  ];
  const [moment] = unfold([{ ...view.truth, belief }]) as [Moment];
  const named: Named = {
    teams: hello.roster ?? [],
    tasks: hello.tasks ?? [],
    site: hello.plan,
  };
  const sum = sumOf(moment, "truth", named);
  const place = (area: number) => hello.plan.areas[area]?.name;
  const there = ["active", "silent", "contained"].includes(sum.threat);
  return {
    picture: pictureOf(moment, "truth", named),
    told: told(view, place),
    true: {
      threat: [sum.threat, there ? place(sum.threatArea) : undefined].filter(Boolean).join(", "),
      counts: counted(sum.red, sum.yellow, sum.green, sum.grey),
      idle: sum.idle,
    },
  };
}

function told(view: View, place: (area: number) => string | undefined): Stand {
  const total = (key: "red" | "yellow" | "green" | "grey") =>
    view.areas.reduce((sum, one) => sum + one[key], 0);
  const at = view.areas.find((one) => one.threat);
  return {
    threat: [view.situation.threat, at && place(at.index)].filter(Boolean).join(", "),
    counts: counted(total("red"), total("yellow"), total("green"), total("grey")),
    idle: view.teams.filter((one) => one.unassigned).length,
  };
}

function counted(red: number, yellow: number, green: number, grey: number): string {
  return `R ${red} · Y ${yellow} · G ${green} · ✚ ${grey}`;
}
