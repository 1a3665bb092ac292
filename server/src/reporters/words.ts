import type { Severity } from '../checks/rule.ts';
import { oneLine } from './display-width.ts';
import type { LeftOut } from './report.ts';
import { isAtLeast, severities } from './style.ts';
import type { Counts } from './summary.ts';

/** A count as it is printed: `1,234`. `Intl` does the same, and takes a tenth of the time of a small check to get ready. */
export const number = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A number of things: `1 plan`, `1,234 plans`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** A number of findings of a severity: `2 errors`, `3 for information`. */
export const countedFindings = (count: number, severity: Severity): string =>
  severity === 'info' ? `${number(count)} for information` : counted(count, severity);

/** What is said where nothing is new: in what, in words, and what was left out. */
export const nothingNew = ({ since, words }: LeftOut, where = ''): string =>
  `Nothing new${since === undefined ? '' : ` since ${oneLine(since)}`}${where}; ${words} left out.`;

/** The findings of each severity that there are, down to one: `2 errors, 14 warnings`. Empty where there are none. */
export const listed = (counts: Counts, lowest: Severity = 'hint'): string =>
  severities
    .filter((severity) => counts[severity] > 0 && isAtLeast(severity, lowest))
    .map((severity) => countedFindings(counts[severity], severity))
    .join(', ');
