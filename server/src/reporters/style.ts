import type { Severity } from '../checks/rule.ts';

/** How text is set off on a terminal; each leaves the text as it is where there is no colour. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  /** The colour of a severity. Its sign and word say the same to those who see no colour. */
  severity(severity: Severity, text: string): string;
}

const codes: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '2' };

/** What stands before a severity's word. */
export const signs: Readonly<Record<Severity, string>> = { error: '×', warning: '!', info: 'i', hint: '·' };

/** The severities, the gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const set = (code: string, text: string): string => `\u001B[${code}m${text}\u001B[0m`;

const coloured: Style = {
  bold: (text) => set('1', text),
  dim: (text) => set('2', text),
  good: (text) => set('32', text),
  severity: (severity, text) => set(codes[severity], text),
};

const same = (text: string): string => text;
const plain: Style = { bold: same, dim: same, good: same, severity: (_severity, text) => text };

/** The style for a terminal with colour, or for one without and for files. */
export const styleFor = (colour: boolean): Style => (colour ? coloured : plain);

/** True where a severity is as grave as another, or graver. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(threshold);

/** The graver of two severities. */
export const graver = (a: Severity, b: Severity): Severity => (isAtLeast(a, b) ? a : b);
