/** What travels for the audit; mirrors `warmzone/training/audit/result.py` and `wire_audit.py`. */

export const LABELS = ["medical", "movement", "command", "threat", "other"] as const;
export type Label = (typeof LABELS)[number];
export type Shares = Record<Label, number>;
export type Split = Record<Label, number | null>;

export interface AuditedLesson {
  title: string;
  minutes: number | null;
  shares: Shares;
  confidence: number;
  reason: string;
  method: string;
  day: string;
  place: string;
  corrected: boolean;
}

export interface AuditProblem {
  code: string;
  where: string;
  message: string;
}

export interface Range {
  label: Label;
  here: number | null;
  lowest: number;
  highest: number;
}

export interface PlayedSplit {
  split: Split;
  deaths_per_year: number;
  low: number;
  high: number;
}

/** What the agency's own training plan says of a programme's split. */
export interface StudyCompared {
  agency: string;
  best: PlayedSplit;
  nearest: PlayedSplit | null;
  apart: boolean | null;
  text: string;
}

export interface AuditedProgramme {
  file: string;
  lessons: AuditedLesson[];
  minutes_total: number;
  minutes_labelled: number;
  split: Split;
  split_by_lessons: Split;
  problems: AuditProblem[];
  compared: {
    claim: { estimate: Split; here: Split; whose: string };
    programmes: Range[];
    programmes_counted: number;
    study: StudyCompared | null;
  };
}

export interface PublicProgramme {
  provider: string;
  year: string;
  kind: string;
  detail: string;
  minutes: number;
  split: Split;
  source: string;
}

export interface AuditReference {
  estimate: Split;
  whose: string;
  programmes: PublicProgramme[];
  notice: string;
}

export interface Correction {
  lesson: string;
  programme: string;
  shares: Shares | null;
  minutes: number | null;
  note: string;
}

export interface KeptCorrections {
  corrections: Correction[];
  csv: string;
}
