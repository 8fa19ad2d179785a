/** One live exercise as the screen holds it: the feed, the order being made, what is looked at. */

import type {
  AnswerProbe,
  BrowserMessage,
  ReadyOrder,
  ServerMessage,
  TeamCard,
  VerbView,
} from "../wire";
import { buildScene, type Scene } from "../plan/scene";
import { linked, newCommandId, receive, sent, START, type Batch, type Feed } from "./feed";
import { justHeard, readLine } from "./listen";
import * as order from "./order";
import { LiveSocket, socketUrl } from "./socket";
import { sentence, spoken } from "./sentence";
import { say as speak, sayNext } from "./speech";

export type Tab = "teams" | "map" | "radio";
export type Steer = { kind: "zoom"; factor: number } | { kind: "pan"; x: number; y: number };
export type Aim = { area: number; count: number };

export class Live {
  feed = $state.raw<Feed>(START);
  draft = $state.raw<order.Draft>(order.EMPTY);
  level = $state(0);
  /** The area the typed words point at before it is chosen, or -1. */
  tentative = $state(-1);
  /** The area that the arrow keys stand on, or -1. */
  cursor = $state(-1);
  /** Asks the plan to bring an area into sight; the count makes repeated wishes differ. */
  aim = $state.raw<Aim>({ area: -1, count: 0 });
  tab = $state<Tab>("teams");
  sheet = $state(false);
  narrow = $state(false);
  aloud = $state(false);
  /** Whether what others say on the radio is read aloud. */
  listening = $state(false);
  note = $state("");
  /** Of whoever leads: how much of the plan, from the left, is as told; 0 to 100. */
  split = $state(50);
  /** Why the order is given and what is expected of it; goes with the next order said. */
  why = $state("");
  /** How often the field of it was asked for. */
  explaining = $state(0);
  /** A zoom or pan asked for by the keyboard; the plan carries it out. */
  steer = $state.raw<Steer | null>(null);
  /** Text with which the place field is opened by the keyboard; the count makes wishes differ. */
  typing = $state.raw<{ text: string; count: number }>({ text: "", count: 0 });
  /** The open group of further verbs, "" for none; and how often their search was asked for. */
  group = $state("");
  seeking = $state(0);
  /** Whether the next team is meant beside those already chosen. */
  adding = $state(false);
  retryMs = $state(0);
  #socket: LiveSocket;

  hello = $derived(this.feed.hello);
  view = $derived(this.feed.view);
  scene = $derived<Scene | null>(this.hello ? buildScene(this.hello.plan) : null);
  known = $derived<order.Known>({
    teams: this.view?.teams ?? [],
    verbs: this.hello?.verbs ?? [],
    areas: this.hello?.plan.areas ?? [],
    dim: this.view?.dim ?? {},
    reasons: this.hello?.reasons ?? {},
  });
  shown = $derived<order.Draft>(
    this.tentative >= 0 ? { ...this.draft, areas: [this.tentative] } : this.draft,
  );
  verdict = $derived(order.judge(this.shown, this.known));
  pieces = $derived(sentence(this.shown, this.known));
  verb = $derived(this.known.verbs.find((one) => one.name === this.draft.verb));
  teams = $derived(order.teamsOf(this.draft, this.known));
  team = $derived(this.teams[0]);
  /** Who watches sees what waits on somebody else. */
  whose = $derived(this.hello?.seat === "tactical" ? "you" : "Tactical");
  mayEnd = $derived(this.hello?.seat !== "observer" && this.view !== null && !this.view.ended);
  mayOrder = $derived(this.hello?.seat === "tactical" && this.view !== null && !this.view.ended);

  constructor(location: Location, exercise: string, token: string) {
    this.#socket = new LiveSocket(socketUrl(location, exercise, token), {
      message: (message) => this.#receive(message),
      link: (link, retryMs) => {
        this.feed = linked(this.feed, link);
        this.retryMs = retryMs;
        if (link === "open") for (const one of this.feed.pending) this.#socket.send(one.message);
      },
    });
  }

  open(): void {
    this.#socket.open();
  }

  close(): void {
    this.#socket.close();
  }

  chooseTeam(team: number): void {
    if (this.adding) return this.addTeam(team);
    this.note = "";
    this.draft = order.pickTeam(this.draft, team);
    if (this.narrow && this.draft.teams.length > 0) this.#stepOn();
  }

  /** The same order to one team more. */
  addTeam(team: number): void {
    this.note = "";
    this.adding = false;
    this.draft = order.addTeam(this.draft, team);
  }

  chooseOther(team: number): void {
    this.note = "";
    this.draft = order.pickOther(this.draft, team);
  }

  chooseVerb(verb: VerbView): void {
    const reason =
      verb.name === this.draft.verb ? "" : order.dimReason(verb, this.team, this.known);
    if (reason) {
      const whom = this.team && verb.needs_team !== "no" ? `, ${this.team.callsign}` : "";
      this.note = `${verb.label}${whom}: ${reason}`;
      return;
    }
    this.note = "";
    this.group = "";
    this.draft = order.pickVerb(this.draft, verb);
    if (this.narrow && this.draft.verb !== "") this.#stepOn();
  }

  chooseValue(value: string): void {
    const reason = this.verb ? order.valueReason(this.verb, value, this.known) : "";
    this.note = reason && `${value}: ${reason}`;
    if (reason) return;
    this.draft = order.pickValue(this.draft, value);
    if (this.narrow && this.draft.value !== "") this.#stepOn();
  }

  /** A value from a list that always has one chosen. */
  setValue(value: string): void {
    this.note = "";
    this.draft = { ...this.draft, value };
  }

  chooseArea(area: number): void {
    this.note = "";
    this.tentative = -1;
    this.draft = order.pickArea(this.draft, area);
    if (this.narrow && this.draft.areas.length > 0 && !order.takesMany(this.draft.verb)) {
      this.#stepOn();
    }
  }

  lasso(areas: number[]): void {
    this.note = "";
    this.draft = order.addAreas(this.draft, areas);
  }

  clear(): void {
    this.note = "";
    this.tentative = -1;
    this.sheet = false;
    this.group = "";
    this.adding = false;
    this.why = "";
    this.draft = order.EMPTY;
  }

  /** Says the order as it is shown; what is missing is named instead. */
  say(): void {
    if (!this.mayOrder) return;
    const draft = this.shown;
    const verdict = order.judge(draft, this.known);
    if (!verdict.ready) {
      this.note = verdict.problem || this.#missingWords(verdict.missing);
      return;
    }
    if (this.aloud) speak(spoken(draft, this.known));
    const parts = order.toOrders(draft, this.known, newCommandId);
    const batch = parts.length > 1 ? { words: spoken(draft, this.known), refused: "" } : undefined;
    const why = this.why.trim();
    for (const one of parts) {
      this.#send({ type: "order", ...one, ...(why && { why }) }, draft, batch);
    }
    this.clear();
  }

  /** One tap: a ready-made order goes out as it is. */
  sayReady(ready: ReadyOrder): void {
    if (!this.mayOrder) return;
    const { verb, team, area, value, other } = ready;
    const draft = order.fromReady(ready);
    if (this.aloud) speak(spoken(draft, this.known));
    const said = { verb, team, area, value, other };
    const message = { type: "order" as const, command_id: newCommandId(), ...said };
    this.#send(message, draft);
  }

  /** Says that command is taken, inside where the scenario knows the word. */
  takeCommand(): void {
    const values = this.known.verbs.find((one) => one.name === "take_command")?.values ?? [];
    const value = values.includes("inside") ? "inside" : (values[0] ?? "");
    this.sayReady({ label: "", verb: "take_command", team: -1, area: -1, value, other: -1 });
  }

  pause(running: boolean): void {
    const action = running ? "resume" : "pause";
    this.#send(
      { type: "clock", command_id: newCommandId(), action, rate: this.view?.rate ?? 1 },
      null,
    );
  }

  togglePause(): void {
    if (this.view && !this.view.ended) this.pause(!this.view.running);
  }

  setRate(rate: number): void {
    this.#send({ type: "clock", command_id: newCommandId(), action: "rate", rate }, null);
  }

  answerProbe(answer: Omit<AnswerProbe, "type" | "command_id">): void {
    this.#send({ type: "probe_answer", command_id: newCommandId(), ...answer }, null);
  }

  /** The instructor asks the Tactical seat where things stand. */
  freeze(): void {
    this.#send({ type: "freeze", command_id: newCommandId() }, null);
  }

  takeNote(text: string): void {
    this.#send({ type: "note", command_id: newCommandId(), text }, null);
  }

  end(): void {
    this.#send({ type: "end", command_id: newCommandId() }, null);
  }

  /** Opens the search among all verbs. */
  seekVerb(): void {
    this.sheet = this.narrow;
    this.seeking += 1;
  }

  /** Opens the field for why an order is given, while there is one. */
  explain(): void {
    if (!order.isEmpty(this.draft)) this.explaining += 1;
  }

  typePlace(text: string): void {
    this.typing = { text, count: this.typing.count + 1 };
  }

  /** One floor up or down. */
  stepLevel(step: number): void {
    const numbers = this.scene?.levels.map((one) => one.number) ?? [];
    this.level = numbers[numbers.indexOf(this.level) + step] ?? this.level;
  }

  /** Brings an area into sight: its floor, and the plan moved to it. */
  showArea(area: number): void {
    const place = this.scene?.byArea.get(area);
    if (!place) return;
    this.level = place.area.level;
    this.aim = { area, count: this.aim.count + 1 };
  }

  /** A waiting matter or a radio line becomes the start of an order. */
  takeUp(team: number, area: number): void {
    if (team >= 0) this.draft = { ...this.draft, teams: [team], other: -1 };
    if (area >= 0) this.showArea(area);
  }

  teamOf(index: number): TeamCard | undefined {
    return this.known.teams.find((one) => one.index === index);
  }

  areaName(index: number): string {
    return this.known.areas[index]?.name ?? "";
  }

  #receive(message: ServerMessage): void {
    const before = this.view?.radio;
    this.feed = receive(this.feed, message);
    if (message.type === "view" && this.listening) {
      for (const line of justHeard(before, message.radio)) sayNext(readLine(line));
    }
    if (message.type === "hello") this.#firstLevel();
    if (message.type === "answer") this.#afterAnswer();
    if (message.type === "view" && message.ended && !order.isEmpty(this.draft)) this.clear();
  }

  #afterAnswer(): void {
    const said = this.feed.said;
    if (said?.accepted === false && said.draft && order.isEmpty(this.draft))
      this.draft = said.draft;
  }

  #firstLevel(): void {
    const numbers = this.scene?.levels.map((one) => one.number) ?? [];
    if (!numbers.includes(this.level)) this.level = numbers.includes(0) ? 0 : (numbers[0] ?? 0);
  }

  #send(message: BrowserMessage, draft: order.Draft | null, batch?: Batch): void {
    this.feed = sent(this.feed, { message, draft, ...(batch && { batch }) });
    this.#socket.send(message);
  }

  /** On a phone the screen goes where the next choice is made. */
  #stepOn(): void {
    const next = order.judge(this.draft, this.known).missing[0];
    this.sheet = next === "verb" || next === "value" || next === "other";
    if (next === "team") this.tab = "teams";
    if (next === "area") this.tab = "map";
  }

  #missingWords(missing: readonly order.Slot[]): string {
    const words = { team: "who", verb: "what", area: "where", value: "which", other: "with whom" };
    return `Still missing: ${missing.map((slot) => words[slot]).join(", ")}.`;
  }
}
