/** The programmes on the page: what waits, what is being read, what is there, what failed. */

import { audit, base64Of, fetchKept, keep, LARGEST_BYTES } from "./audit";
import { fetchAll, type Work } from "../work/work";
import type { AuditedProgramme, Correction, KeptCorrections } from "./shapes";

/** Longer than the server's own patience, so that its reason is what is told. */
const LONGEST_MS = 960_000;

export interface Entry {
  id: number;
  name: string;
  file: Blob;
  /** It was pasted. */
  isText: boolean;
  state: "waiting" | "reading" | "there" | "failed";
  fault: string;
  programme: AuditedProgramme | null;
}

export class Desk {
  entries = $state<Entry[]>([]);
  kept = $state.raw<KeptCorrections | null>(null);
  fault = $state("");
  /** The training plans that are ready, the newest first, and the one that is compared with. */
  plans = $state.raw<Work[]>([]);
  plan = $state("");
  #next = 0;
  #stop: AbortController | null = null;
  #loading: Promise<void> = Promise.resolve();

  readonly total = $derived(this.entries.length);
  readonly left = $derived(
    this.entries.filter((one) => one.state === "waiting" || one.state === "reading").length,
  );
  readonly busy = $derived(this.left > 0);

  load(): Promise<void> {
    this.#loading = this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      this.kept = await fetchKept();
      this.plans = (await fetchAll("plans")).filter((one) => one.state === "ready");
      this.plan = this.plans[0]?.id ?? "";
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  /** Take files in and read them one after the other, those put in last on top. */
  add(files: readonly { name: string; file: Blob; isText?: boolean }[]): void {
    for (const { name, file, isText = false } of files) {
      const same = this.entries.findIndex((one) => one.name === name);
      if (same >= 0) this.entries.splice(same, 1);
      const id = (this.#next += 1);
      this.entries.unshift({
        id,
        name,
        file,
        isText,
        state: "waiting",
        fault: "",
        programme: null,
      });
    }
    void this.#work();
  }

  addText(name: string, text: string): void {
    this.add([{ name, file: new Blob([text], { type: "text/plain" }), isText: true }]);
  }

  remove(id: number): void {
    this.entries = this.entries.filter((one) => one.id !== id);
  }

  /** Give up what has not been read; what is there stays. */
  stop(): void {
    this.#stop?.abort();
    this.entries = this.entries.filter((one) => one.state === "there" || one.state === "failed");
  }

  /** Keep a correction on this machine, then audit its programme again with it. */
  async correct(entry: Entry, correction: Correction): Promise<void> {
    this.kept = await keep(correction);
    await this.#again(entry);
  }

  /** Compare with another training plan, or with none. */
  async compare(plan: string): Promise<void> {
    this.plan = plan;
    this.fault = "";
    try {
      for (const entry of this.entries) if (entry.programme) await this.#again(entry);
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  async #again(entry: Entry): Promise<void> {
    const programme = await this.#audit(entry, AbortSignal.timeout(LONGEST_MS));
    const now = this.entries.find((one) => one.id === entry.id);
    if (now) now.programme = programme;
  }

  async #audit(entry: Entry, signal: AbortSignal): Promise<AuditedProgramme> {
    const data = await base64Of(entry.file);
    const { name, isText } = entry;
    return audit({ name, data, is_text: isText, plan: this.plan }, signal);
  }

  async #work(): Promise<void> {
    if (this.#stop) return;
    this.#stop = new AbortController();
    // A file put in before the plans are known would be compared with none.
    await this.#loading;
    try {
      for (;;) {
        const entry = this.entries.filter((one) => one.state === "waiting").at(-1);
        if (!entry || this.#stop.signal.aborted) break;
        await this.#read(entry, this.#stop.signal);
      }
    } finally {
      this.#stop = null;
    }
  }

  async #read(entry: Entry, signal: AbortSignal): Promise<void> {
    entry.state = "reading";
    try {
      if (entry.file.size > LARGEST_BYTES) {
        throw new Error("The file is larger than 10 MB. Save it as CSV or text and try again.");
      }
      entry.programme = await this.#audit(entry, signal);
      entry.state = "there";
    } catch (error) {
      if (signal.aborted) return;
      entry.fault = (error as Error).message;
      entry.state = "failed";
    }
  }
}
