/** The work of one kind: what is kept, what is running, and what is looked at. */

import { fetchAll, fetchWork, goOn, isBusy, remove, stop, type Kind, type Work } from "./work";

const ASK_AGAIN_MS = 1000;

export class Bench<Result> {
  all = $state.raw<Work[]>([]);
  chosen = $state("");
  result = $state.raw<Result | null>(null);
  fault = $state("");
  #kind: Kind;
  #fetch: (id: string) => Promise<Result>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  readonly work = $derived(this.all.find((one) => one.id === this.chosen) ?? null);

  constructor(kind: Kind, fetchResult: (id: string) => Promise<Result>) {
    this.#kind = kind;
    this.#fetch = fetchResult;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.all = await fetchAll(this.#kind);
    });
    // What runs is looked at, so that it is shown when it is ready, a page loaded again or not.
    this.chosen ||= this.all.find(isBusy)?.id ?? "";
    this.#watch();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** New work is on top and looked at. */
  add(work: Work): void {
    this.all = [work, ...this.all];
    this.chosen = work.id;
    this.result = null;
    this.#watch();
  }

  async choose(id: string): Promise<void> {
    this.chosen = id;
    this.result = null;
    if (this.work?.state === "ready") await this.#show(id);
  }

  stop = (id: string): Promise<void> => this.#change(id, stop);

  /** What is gone on with is looked at, as new work is. */
  goOn(id: string): Promise<void> {
    this.chosen = id;
    this.result = null;
    return this.#change(id, goOn);
  }

  async remove(id: string): Promise<void> {
    await this.#try(async () => {
      this.all = await remove(this.#kind, id);
      if (this.chosen === id) {
        this.chosen = "";
        this.result = null;
      }
    });
  }

  async #change(id: string, how: (kind: Kind, id: string) => Promise<Work>): Promise<void> {
    await this.#try(async () => this.#put(await how(this.#kind, id)));
    this.#watch();
  }

  #put(work: Work): void {
    this.all = this.all.map((one) => (one.id === work.id ? work : one));
  }

  async #show(id: string): Promise<void> {
    await this.#try(async () => {
      const result = await this.#fetch(id);
      if (this.chosen === id) this.result = result;
    });
  }

  /** Asks again while something is running; what becomes ready is shown if it is looked at. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#closed || !this.all.some(isBusy)) return;
    this.#timer = setTimeout(() => void this.#look(), ASK_AGAIN_MS);
  }

  async #look(): Promise<void> {
    for (const one of this.all.filter(isBusy)) {
      await this.#try(async () => {
        const now = await fetchWork(this.#kind, one.id);
        this.#put(now);
        if (now.state === "ready" && this.chosen === one.id) await this.#show(one.id);
      });
    }
    this.#watch();
  }

  async #try(what: () => Promise<void>): Promise<void> {
    try {
      await what();
      this.fault = "";
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }
}
