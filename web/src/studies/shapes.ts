/** What travels for studies; mirrors `warmzone/server/wire_training.py`. */

import { call } from "../app/api";
import { path, type Work } from "../work/work";

export interface StudyCard {
  id: string;
  title: string;
  question: string;
  claim: boolean;
  incidents: number;
  incidents_small: number;
  verdict: string;
  why: string;
  found_with: string;
}

export interface Shelf {
  studies: StudyCard[];
  results_version: string;
  notice: string;
}

export interface StudyResult {
  study: string;
  title: string;
  question: string;
  verdict: string;
  why: string;
  sentences: string[];
  tables: { heads: string[]; rows: string[][] }[];
  pictures: { svg: string; says: string }[];
  reading: string;
  incidents: number;
  points: number;
  small: boolean;
  provenance: Record<string, string>;
  uncertain: {
    name: string;
    value: number;
    low: number;
    high: number;
    unit: string;
    status: string;
    source: string;
  }[];
  notice: string;
}

export const fetchShelf = (): Promise<Shelf> => call("GET", "/api/studies/shelf");
export const fetchStudy = (id: string): Promise<StudyResult> =>
  call("GET", path("studies", id, "result"));
export const startStudy = (study: string, small: boolean): Promise<Work> =>
  call("POST", "/api/studies", { study, small });

/** A drawing as an address: it is shown as a picture, never as a part of the page. */
export const drawn = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Of the shipped run, what there is to say first: where the claim fails. */
export function standing(cards: readonly StudyCard[]): string {
  const run = cards.filter((one) => one.verdict !== "");
  if (run.length === 0) return "";
  const many = (verdict: string) => run.filter((one) => one.verdict === verdict).length;
  return (
    `The claim fails in ${many("the claim fails")} of ${run.length} studies, ` +
    `${many("cannot tell")} cannot tell, ${many("no verdict")} describe and give no verdict, ` +
    `${many("speaks for the claim")} speak for it.`
  );
}
