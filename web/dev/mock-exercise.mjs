/** A pretended exercise: enough movement to develop the screen with, no model of anything. */

import { DOING, VERBS } from "./mock-verbs.mjs";

const HEAR_S = 5;
const WALK_S = 20;

export class MockExercise {
  constructor(id, scenario, plan) {
    Object.assign(this, { id, scenario, plan, now: scenario.start_minute * 60 + 22 });
    Object.assign(this, { running: true, rate: 1, ended: false, corridor: false });
    Object.assign(this, { ccp: -1, aep: -1, threat: "unknown", threatAt: this.now - 130 });
    this.command = this.now - 92;
    this.beliefs = new Map();
    this.radio = [];
    this.answers = new Map();
    this.due = [];
    this.waiting = [];
    this.teams = [];
    this.clocks = { interior_command: this.command };
    this.#populate();
  }

  hello(seat) {
    const { id, scenario, plan } = this;
    return {
      type: "hello",
      exercise: id,
      code: "KESTREL-7",
      scenario: scenario.id,
      scenario_name: scenario.name,
      summary: scenario.summary,
      brief:
        scenario.start_minute > 0
          ? "You take over as interior command. Contact teams 1 and 2 are inside; shots were last heard in the east corridor two minutes ago. Five officers have no task. RTF 1 is at the front door and asks to enter."
          : "Several callers report shots inside the school. You are the first supervisor on scene.",
      seat,
      minutes: scenario.minutes,
      plan,
      verbs: VERBS,
      notice: "For training and planning only, not for use in a live incident.",
    };
  }

  tick(seconds) {
    if (!this.running || this.ended) return;
    this.now += seconds * this.rate;
    const ready = this.due.filter((one) => one.at <= this.now);
    this.due = this.due.filter((one) => one.at > this.now);
    for (const one of ready) one.run();
  }

  handle(message) {
    const known = this.answers.get(message.command_id);
    if (known) return known;
    const answer = { type: "answer", command_id: message.command_id, ...this.#decide(message) };
    this.answers.set(message.command_id, answer);
    return answer;
  }

  view() {
    const { now } = this;
    return {
      type: "view",
      now_s: now,
      running: this.running,
      rate: this.rate,
      ended: this.ended,
      resumed_text: "",
      command: this.command === null ? "nobody" : "you",
      command_since_s: this.command,
      in_command: this.command !== null,
      situation: this.#situation(),
      teams: this.teams.map((team) => this.#card(team)),
      areas: [...this.beliefs.values()].map((one) => ({
        ...one,
        zone_at: undefined,
        seen_at: undefined,
        zone_age_s: one.zone === "undeclared" ? null : now - one.zone_at,
        seen_age_s: one.seen_at === null ? null : now - one.seen_at,
      })),
      ccp: this.ccp,
      aep: this.aep,
      corridor: this.#corridor(),
      radio: this.radio.slice(-60),
      radio_queue: this.radio.filter((line) => line.state === "queued").length,
      waiting: this.waiting.map(({ since, ...one }) => ({ ...one, waiting_s: now - since })),
      clocks: this.#clockList(),
      kernel: { state: "compiling", done: 3, total: 11 },
    };
  }

  #find(...names) {
    const wanted = names.map((name) => name.toLowerCase());
    const found = this.plan.areas.find((area) =>
      wanted.some((name) => area.name.toLowerCase().includes(name)),
    );
    return found?.index ?? Math.min(3, this.plan.areas.length - 1);
  }

  #populate() {
    const east = this.#find("east corridor", "corridor");
    const lobby = this.#find("main lobby", "lobby", "entrance");
    const gym = this.#find("gym", "sports hall");
    const yard = this.#find("front yard", "forecourt", "yard");
    this.#team("CT1", "police", 4, "hold", east, 200);
    this.#team("CT2", "police", 3, "clear", gym, 65);
    this.#team("P3", "police", 2, "", lobby, 12);
    this.#team("P4", "police", 2, "", yard, 80);
    this.#team("P5", "police", 1, "", yard, 31);
    this.#team("RTF1", "medical", 4, "", lobby, 15);
    this.#team("RTF2", "medical", 4, "stage", this.#find("street", "road"), 240);
    this.#see(east, { red: 2, yellow: 1, zone: "hot", threat: true }, 130);
    this.#see(gym, { red: 1, yellow: 2, green: 5, grey: 1 }, 65);
    this.#see(lobby, { zone: "warm", cleared: true }, 90);
    this.#see(yard, { green: 3, zone: "cold" }, 15);
    this.#say("DISPATCH", "all", "Callers report shots, east corridor", -360, "heard", "report");
    this.#say(
      "CT1",
      "TAC",
      "East corridor, two red, one yellow, shots stopped",
      -120,
      "heard",
      "x",
    );
    this.#say("TAC", "CT2", "CT2, clear Gym", -70, "acknowledged", "order");
    this.#say("CT2", "TAC", "Gym, one red, two yellow, five green", -48, "heard", "report", 17);
    this.#say("RTF1", "TAC", "RTF1 at the main door, request entry", -15, "heard", "entry_request");
    this.radio.at(-1).team = 5;
    this.radio.at(-1).urgent = true;
    this.waiting.push(this.#request(5, lobby));
    this.#unassigned();
  }

  #request(team, area) {
    const ready = (label, verb) => ({ label, verb, team, area, value: "" });
    return {
      key: `entry-${team}`,
      kind: "entry_request",
      text: "RTF1 asks to enter",
      since: this.now - 15,
      team,
      area,
      answers: [ready("Cleared in", "clear_rtf_in"), ready("Wait", "hold_rtf")],
    };
  }

  #unassigned() {
    const idle = this.teams.filter((team) => team.task === "" && team.discipline === "police");
    this.waiting = this.waiting.filter((one) => one.kind !== "unassigned");
    for (const team of idle) {
      this.waiting.push({
        key: `idle-${team.index}`,
        kind: "unassigned",
        text: `${team.callsign}, ${team.size} officers without a task`,
        since: team.since,
        team: team.index,
        area: team.area,
        answers: [
          { label: "Hold here", verb: "hold", team: team.index, area: team.area, value: "" },
          { label: "To staging", verb: "stage", team: team.index, area: -1, value: "" },
        ],
      });
    }
  }

  #team(callsign, discipline, size, task, area, ago) {
    const index = this.teams.length;
    const letter = String.fromCharCode(65 + index);
    const since = this.now - ago;
    const at = { area, target: -1, since, reported: since, phase: "working", pending: false };
    this.teams.push({ index, callsign, letter, discipline, size, hurt: 0, task, ...at });
  }

  #card(team) {
    const place = this.plan.areas[team.area]?.name ?? "";
    const doing = DOING[team.task];
    const goal = this.plan.areas[team.target]?.name ?? place;
    const dim = {};
    if (team.task === "hold" && team.discipline === "police")
      dim.secure_rtf = "it holds ground now";
    if (this.aep < 0 || this.ccp < 0) dim.build_corridor = "set the CCP and the AEP first";
    if (this.ccp < 0) dim.carry = "set the CCP first";
    const { index, callsign, letter, discipline, size, hurt, task, phase, area, target } = team;
    return {
      ...{ index, callsign, letter, discipline, size, hurt, task, phase, area, target, dim },
      task_text: task === "" ? "no task" : task === "stage" ? "at staging" : `${doing} ${goal}`,
      since_s: this.now - team.since,
      reported_age_s: this.now - team.reported,
      unassigned: task === "",
      order_pending: team.pending,
    };
  }

  #see(area, facts, ago) {
    const at = this.now - ago;
    const blank = { zone: "undeclared", zone_at: at, zone_by: "", seen_at: at, cleared: false };
    const none = { red: 0, yellow: 0, green: 0, grey: 0, threat: false, source: "CT1" };
    const before = this.beliefs.get(area) ?? { index: area, ...blank, ...none };
    this.beliefs.set(area, {
      ...before,
      ...facts,
      seen_at: at,
      zone_by: facts.zone ? "you" : before.zone_by,
    });
  }

  #say(speaker, listener, text, at, state, kind, lag = 2) {
    const sent_s = this.now + at;
    const heard_s = state === "queued" || state === "on_air" ? null : sent_s + lag;
    const id = this.radio.length + 1;
    const rest = { state, kind, team: -1, area: -1, urgent: false };
    this.radio.push({ id, sent_s, observed_s: sent_s, heard_s, speaker, listener, text, ...rest });
    return this.radio.at(-1);
  }

  #decide(message) {
    const no = (code, text) => ({ accepted: false, code, text, sentence: "" });
    const yes = (sentence = "") => ({ accepted: true, code: "accepted", text: "", sentence });
    if (this.ended) return no("incident_over", "The exercise is over");
    if (message.type === "end") {
      this.ended = true;
      this.running = false;
      return yes();
    }
    if (message.type === "clock") {
      if (message.action === "rate") this.rate = message.rate;
      else this.running = message.action === "resume";
      return yes();
    }
    const verb = VERBS.find((one) => one.name === message.verb);
    if (!verb) return no("unknown_verb", `There is no verb "${message.verb}"`);
    const team = this.teams[message.team];
    if (verb.needs_team !== "no" && !team) return no("team_needed", "Say which team");
    const area = this.plan.areas[message.area];
    if (verb.name === "contact" && area?.kind === "outdoor") {
      return no("not_reachable", `${team.callsign} finds no threat on open ground: name a room`);
    }
    return yes(this.#carryOut(verb, team, area, message.value));
  }

  #carryOut(verb, team, area, value) {
    const where = area ? ` ${area.name}` : "";
    const who = team?.callsign ?? "All units";
    const sentence = `${who}, ${verb.label.toLowerCase()}${where}${value ? ` ${value}` : ""}`;
    const line = this.#say("TAC", team?.callsign ?? "all", sentence, 0, "queued", "order");
    this.due.push({ at: this.now + 2, run: () => (line.state = "on_air") });
    if (team) team.pending = true;
    this.due.push({ at: this.now + HEAR_S, run: () => this.#heard(line, verb, team, area, value) });
    return sentence;
  }

  #heard(line, verb, team, area, value) {
    line.state = "acknowledged";
    line.heard_s = this.now;
    if (verb.name === "declare_zone") {
      const blank = { index: area.index, seen_at: null, cleared: false, threat: false, source: "" };
      const none = { red: 0, yellow: 0, green: 0, grey: 0 };
      const before = this.beliefs.get(area.index) ?? { ...blank, ...none };
      const said = { zone: value, zone_at: this.now, zone_by: "you" };
      this.beliefs.set(area.index, { ...before, ...said });
      if (value === "warm") this.clocks.first_warm_declared ??= this.now;
    }
    if (verb.name === "set_ccp") this.ccp = area.index;
    if (verb.name === "set_aep") this.aep = area.index;
    if (verb.name === "take_command") this.command ??= this.now;
    if (verb.name === "clear_rtf_in") this.clocks.rtf_in ??= this.now;
    if (verb.name === "break_corridor") this.corridor = false;
    if (verb.name === "declare_threat") Object.assign(this, { threat: value, threatAt: this.now });
    if (team) this.#move(team, verb, area);
  }

  #move(team, verb, area) {
    team.pending = false;
    this.waiting = this.waiting.filter((one) => one.team !== team.index);
    if (verb.name === "ask_report") {
      team.reported = this.now;
      return;
    }
    Object.assign(team, { task: verb.name, since: this.now, phase: "walking" });
    if (verb.name === "build_corridor") this.corridor = true;
    team.target = area?.index ?? -1;
    this.#unassigned();
    const arrive = () => {
      if (team.target >= 0) team.area = team.target;
      Object.assign(team, { target: -1, phase: "working", reported: this.now });
      this.#see(team.area, { cleared: verb.name === "clear" }, 0);
      const place = this.plan.areas[team.area].name;
      this.#say(
        team.callsign,
        "TAC",
        `${team.callsign} at ${place}, nobody hurt here`,
        -3,
        "heard",
        "x",
      );
    };
    this.due.push({ at: this.now + WALK_S, run: arrive });
  }

  #situation() {
    const all = [...this.beliefs.values()];
    const casualties = all.reduce((sum, one) => sum + one.red + one.yellow + one.green, 0);
    const threat = {
      threat: this.threat,
      threat_age_s: this.now - this.threatAt,
      threat_by: "CT1",
    };
    return { casualties, medical_teams: 2, ambulances: 1, ratio: casualties / 2, ...threat };
  }

  #corridor() {
    const open = this.corridor && this.ccp >= 0 && this.aep >= 0;
    if (!open) return { state: "none", areas: [], posts: [], posts_held: 0, posts_needed: 0 };
    const areas = [this.ccp, this.aep];
    return { state: "building", areas, posts: areas, posts_held: 1, posts_needed: 2 };
  }

  #clockList() {
    const clock = (name, label, due_s) => ({ name, label, at_s: this.clocks[name] ?? null, due_s });
    return [
      clock("interior_command", "Interior command", 300),
      clock("first_warm_declared", "First warm", 480),
      clock("rtf_in", "RTF in", 600),
      clock("corridor_open", "Corridor open", 900),
      clock("first_red_out", "First red out", 1200),
      clock("threat_over", "Threat over", null),
    ];
  }
}
