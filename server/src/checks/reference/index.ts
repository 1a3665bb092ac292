import type { Rule } from '../rule.ts';
import { ambiguous } from './ambiguous.ts';
import { cycle } from './cycle.ts';
import { duplicateId } from './duplicate-id.ts';
import { idAmongWords } from './id-among-words.ts';
import { includedTwice } from './included-twice.ts';
import { partWithoutPlan } from './part-without-plan.ts';
import { titleIsAnId } from './title-is-an-id.ts';
import { unknownId } from './unknown-id.ts';
import { unknownLibrary } from './unknown-library.ts';
import { unused } from './unused.ts';
import { unusedLibrary } from './unused-library.ts';
import { unusedTerm } from './unused-term.ts';
import { wrongKind } from './wrong-kind.ts';

/** The rules of the group `reference`, in the order in which the reference prints them. */
export const referenceRules: readonly Rule[] = [
  duplicateId,
  unknownId,
  wrongKind,
  titleIsAnId,
  idAmongWords,
  unknownLibrary,
  ambiguous,
  includedTwice,
  partWithoutPlan,
  cycle,
  unused,
  unusedTerm,
  unusedLibrary,
];
