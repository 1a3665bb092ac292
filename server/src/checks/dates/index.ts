import type { Rule } from '../rule.ts';
import { actionWithoutDue } from './action-without-due.ts';
import { actionWithoutLead } from './action-without-lead.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { approvedLate } from './approved-late.ts';
import { continueTo } from './continue-to.ts';
import { controlSheet } from './control-sheet.ts';
import { deadlineInWords } from './deadline-in-words.ts';
import { dueOutsidePeriod } from './due-outside-period.ts';
import { startAfterEnd } from './start-after-end.ts';

/** The rules of the group `dates`, in the order in which the reference prints them. */
export const datesRules: readonly Rule[] = [
  startAfterEnd,
  dueOutsidePeriod,
  ambiguousDate,
  actionWithoutDue,
  actionWithoutLead,
  continueTo,
  controlSheet,
  deadlineInWords,
  approvedLate,
];
