import { jsonText } from '../reporters/machine-text.ts';
import type { Clash, PlanDifference, Remark } from './change.ts';

/** The schema that describes the difference. */
const SCHEMA = 'goldthread/schemas/diff.schema.json';
/** Goes up when a program that reads it would have to change. */
const VERSION = 1;

/** A difference as JSON, for other programs. `server/schemas/diff.schema.json` describes it. */
export const jsonDifference = (
  plans: readonly PlanDifference[],
  clashes: readonly Clash[],
  remarks: readonly Remark[] = [],
): string => jsonText({ $schema: SCHEMA, version: VERSION, plans, clashes, remarks });
