/** Small made-up things for the tests. */

import type { AreaView, TeamCard, VerbView, View, Waiting, RadioLine } from "./wire";

export function team(over: Partial<TeamCard> = {}): TeamCard {
  return {
    index: 0,
    callsign: "CT1",
    letter: "A",
    discipline: "police",
    size: 4,
    hurt: 0,
    task: "",
    task_text: "no task",
    phase: "idle",
    area: 0,
    target: -1,
    since_s: 10,
    reported_age_s: 10,
    unassigned: true,
    order_pending: false,
    dim: {},
    others: {},
    ...over,
  };
}

export function verb(over: Partial<VerbView> = {}): VerbView {
  const plain = { code: 3, name: "clear", label: "Clear", key: "3", help: "" };
  const needs = { needs_team: "police", needs_other: "no", needs_area: "any" } as const;
  return {
    ...plain,
    ...needs,
    group: "Main",
    values: [],
    preset: "",
    says: SAYS[over.name ?? "clear"] ?? { "": "" },
    ...over,
  };
}

const SAYS: Record<string, Record<string, string>> = {
  clear: { "": "{team}, clear {area}." },
  declare_zone: {
    "": "All units, {area} is {value}.",
    hot: "All units, {area} is hot.",
    warm: "All units, {area} is warm.",
  },
  set_aep: { "": "All units, ambulance exchange point is {area}." },
  clear_rtf_in: { "": "{team}, you are cleared in to {area}." },
  stage: { "": "{team}, go to staging." },
  secure_rtf: { "": "{team}, go with {other} as security." },
};

export function area(index: number, name: string, over: Partial<AreaView> = {}): AreaView {
  const x = index * 10;
  const ring: [number, number][] = [
    [x, 0],
    [x + 10, 0],
    [x + 10, 8],
    [x, 8],
    [x, 0],
  ];
  const plain = { id: `a${index}`, kind: "room", level: 0, vehicle: false, x_m: x + 5, y_m: 4 };
  return { index, name, ...plain, rings: [ring], ...over };
}

export function waiting(over: Partial<Waiting> = {}): Waiting {
  const plain = { key: "k", kind: "unassigned" as const, text: "", waiting_s: 1 };
  return { ...plain, team: -1, area: -1, answers: [], ...over };
}

export function line(over: Partial<RadioLine> = {}): RadioLine {
  const times = { sent_s: 100, observed_s: 100, heard_s: 102 };
  const words = { speaker: "CT1", listener: "TAC", text: "Room clear", kind: "report" };
  return { id: 1, ...times, ...words, state: "heard", team: -1, area: -1, urgent: false, ...over };
}

export function view(over: Partial<View> = {}): View {
  return {
    type: "view",
    now_s: 60,
    running: true,
    rate: 1,
    ended: false,
    resumed_text: "",
    command: "you",
    command_since_s: 10,
    in_command: true,
    situation: {
      casualties: 0,
      medical_teams: 0,
      ambulances: 0,
      ratio: null,
      threat: "unknown",
      threat_age_s: null,
      threat_by: "",
      uncared: 0,
      uncared_s: null,
      span: 0,
      span_most: 7,
    },
    teams: [],
    areas: [],
    ccp: -1,
    aep: -1,
    corridor: { state: "none", areas: [], posts: [], posts_held: 0, posts_needed: 0 },
    radio: [],
    radio_queue: 0,
    waiting: [],
    clocks: [],
    kernel: { state: "ready", done: 1, total: 1 },
    dim: {},
    standing: [],
    ccp_pending: false,
    aep_pending: false,
    ...over,
  };
}
