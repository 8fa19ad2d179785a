/** The live screen's keyboard: what a key does, given where the focus is. */

import { meaning } from "./keys";
import type { Live } from "./live.svelte";
import { othersFor } from "./order";

let byPointer = true;

if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (byPointer = true), true);
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab") byPointer = false;
    },
    true,
  );
}

/** Carries out one key; "help" is handed back because the page owns the walk-through. */
export function onKey(event: KeyboardEvent, live: Live): "help" | "done" {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return "done";
  const target = event.target as HTMLElement | null;
  if (target?.matches("input, textarea, select, dialog *")) return "done";
  if (
    !byPointer &&
    (event.key === " " || event.key === "Enter") &&
    target?.matches("button, a, summary")
  ) {
    return "done";
  }
  const action = meaning(
    { key: event.key, code: event.code, shift: event.shiftKey },
    {
      teams: live.known.teams,
      verbs: live.known.verbs,
      missing: live.verdict.missing,
      values: live.verb?.values ?? [],
      others:
        live.verb && live.draft.teams.length > 0 && !live.adding
          ? othersFor(live.verb, live.draft, live.known.teams)
          : [],
    },
  );
  if (action.kind === "none") return "done";
  event.preventDefault();
  if (action.kind === "help") return "help";
  perform(action, live);
  return "done";
}

function perform(action: ReturnType<typeof meaning>, live: Live): void {
  switch (action.kind) {
    case "team":
      return live.chooseTeam(action.team);
    case "verb":
      return live.chooseVerb(action.verb);
    case "value":
      return live.chooseValue(action.value);
    case "other":
      return live.chooseOther(action.team);
    case "and":
      live.adding = live.draft.teams.length > 0;
      return;
    case "seek":
      return live.seekVerb();
    case "why":
      return live.explain();
    case "nobody":
      live.note = `No team has the letter ${action.letter}.`;
      return;
    case "place":
      return live.typePlace(action.text);
    case "say":
      return live.say();
    case "clear":
      return live.clear();
    case "pause":
      return live.togglePause();
    case "level":
      return live.stepLevel(action.step);
    case "zoom":
    case "pan":
      live.steer = action;
  }
}
