import { accessRules } from './access/index.ts';
import { bilingualRules } from './bilingual/index.ts';
import { consistencyRules } from './consistency/index.ts';
import { coverageRules } from './coverage/index.ts';
import { datesRules } from './dates/index.ts';
import { evidenceRules } from './evidence/index.ts';
import { importRules } from './import/index.ts';
import { kpqRules } from './kpq/index.ts';
import { measureRules } from './measure/index.ts';
import { planRules } from './plan/index.ts';
import { referenceRules } from './reference/index.ts';
import type { Rule } from './rule.ts';
import { syntaxRules } from './syntax/index.ts';
import { threadRules } from './thread/index.ts';

/** Every rule, group by group, in the order in which the reference prints them. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...referenceRules,
  ...threadRules,
  ...kpqRules,
  ...measureRules,
  ...consistencyRules,
  ...datesRules,
  ...evidenceRules,
  ...planRules,
  ...coverageRules,
  ...bilingualRules,
  ...accessRules,
  ...importRules,
];
