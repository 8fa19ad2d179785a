/** Fire and EMS as an agency says them: by a factor on a kind of place, or in its own terms. */

import type { Choice, Field } from "./form";

export const EMS_FACTOR: Field = {
  key: "medics",
  label: "Fire and EMS, once more, as a factor",
  kind: "number",
  help: "2 where they take twice as long beside the police",
};

export const EMS_FIELDS: readonly Field[] = [
  {
    key: "ems.crews",
    label: "Medical crews",
    kind: "number",
    help: "engines or squads that come by themselves",
  },
  { key: "ems.medics", label: "People in each crew", kind: "number", help: "1 to 12" },
  {
    key: "ems.crew_min",
    label: "First crew after",
    kind: "number",
    help: "minutes from the call",
  },
  {
    key: "ems.crew_gap_min",
    label: "Each further crew after",
    kind: "number",
    help: "minutes more; 0 where there is but one",
  },
  {
    key: "ems.enters",
    label: "How they go in",
    kind: "choice",
    help: "trained and allowed, or not before police say so",
  },
  {
    key: "ems.ambulances",
    label: "Ambulances",
    kind: "number",
    help: "that come by themselves",
  },
  { key: "ems.carries", label: "Casualties in each", kind: "number", help: "a trip, 1 to 4" },
  {
    key: "ems.ambulance_min",
    label: "First ambulance after",
    kind: "number",
    help: "minutes from the call",
  },
  {
    key: "ems.ambulance_gap_min",
    label: "Each further ambulance after",
    kind: "number",
    help: "minutes more; 0 where there is but one",
  },
  {
    key: "ems.more_ambulances",
    label: "More ambulances when called for",
    kind: "number",
    help: "mutual aid; 0 where none",
  },
  {
    key: "ems.more_min",
    label: "The first of these after",
    kind: "number",
    help: "minutes from being called for",
  },
];

export const YES = "yes";

export const HOSPITAL_FIELDS: readonly Field[] = [
  { key: "name", label: "Hospital", kind: "text", help: "its name" },
  { key: "drive_min", label: "Drive there", kind: "number", help: "minutes in an ambulance" },
  {
    key: "trauma_centre",
    label: "Trauma centre",
    kind: "choice",
    help: "how many it takes an hour is the evidence's",
  },
];
export const MOST_HOSPITALS = 12;

export const ENTRY: readonly Choice[] = [
  { value: "with-police", label: "as a rescue task force, into warm ground with police" },
  {
    value: "when-clear",
    label: "outside: police carry casualties out to them until nothing is about",
  },
];

export const CENTRE: readonly Choice[] = [
  { value: YES, label: "yes" },
  { value: "no", label: "no" },
];
