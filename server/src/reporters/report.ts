import type { AllowedDiagnostic, CheckedDiagnostic } from './checked.ts';
import type { Summary } from './summary.ts';

/** Findings that were left out because an earlier check had them. */
export interface LeftOut {
  /** The revision since which only what is new is reported; undefined where it is only held against known findings. */
  readonly since: string | undefined;
  /** What was left out, in words: “38 earlier findings”. */
  readonly words: string;
}

/** What a check found, as every format is given it. */
export interface Report {
  /** The findings that are listed, file by file, in the order of the text. */
  readonly diagnostics: readonly CheckedDiagnostic[];
  /** Those that somebody has a reason to leave. */
  readonly allowed: readonly AllowedDiagnostic[];
  /** The paths of all files that were checked, whether anything is wrong in them or not. */
  readonly files: readonly string[];
  /** The count of all findings, listed or not. */
  readonly summary: Summary;
  /** What a reader is to know besides: what was left out, and why. Sentences. */
  readonly notes: readonly string[];
  /** What was left out where nothing that is new is more than a hint; undefined where something is, or nothing was left out. */
  readonly left: LeftOut | undefined;
  /** The version of the program. */
  readonly version: string;
  /** How a file is called: its path from a folder, with forward slashes; a file that is not of the disk by its own name. */
  show(path: string): string;
  /** A line of a file, from 0, without its line end; empty where it is not known. */
  line(file: string, line: number): string;
  /** What a finding is known by from one check to the next, though lines come and go above it. No two of a check have the same. */
  fingerprint(diagnostic: CheckedDiagnostic): string;
}

/** How a report is to look where people read it. */
export interface Look {
  /** True to print with colour. */
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  /** True where hints are listed too. */
  readonly hints: boolean;
  /** True where drafts were asked for everything. */
  readonly final: boolean;
  /** True where nothing is wanted but the findings. */
  readonly quiet: boolean;
}
