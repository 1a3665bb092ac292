import { deflateSync, strToU8 } from 'fflate/browser';
import { blocksInOrder } from '../../model/model.ts';
import { base64Of } from '../base64.ts';
import type { WholeDocument } from '../edition/annex.ts';
import type { Edition } from '../edition/edition.ts';
import { fingerprintOf } from './fingerprint.ts';
import { planText } from './plan-text.ts';

/** The word that a plan carried in a document begins with. */
export const MARK = 'goldthread-plan';

/** Goes up when a program that reads it would have to change. */
export const VERSION = 1;

/** What is said of a carried plan besides its text: all that a document needs to be made again from it. */
export interface CarriedHead {
  /** The language of the document. */
  readonly language: string;
  /** The headings that the project’s profiles gave. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** The plan that documents carry, as it stands in one of them. */
export type Carry = (document: string) => string;

/**
 * The plan that documents of an edition are made from, to stand in each of them, so that it can be brought in again as it is: a line of the
 * version, the fingerprints of the document and of the plan, then the plan, packed (a line of JSON with `CarriedHead`, the text of the plan;
 * deflated, in base64). No character of it means anything in XML, in a comment or in an instruction. Undefined where the edition goes without.
 */
export function carryOf(edition: Edition): Carry | undefined {
  const { withoutPlan, plan, labels } = edition.source;
  if (withoutPlan) return undefined;
  const head: CarriedHead = { language: edition.language, ...(labels ? { labels } : {}) };
  const text = `${JSON.stringify(head)}\n${planText([...blocksInOrder(plan)])}`;
  const lines = base64Of(deflateSync(strToU8(text), { level: 9 })).match(/.{1,120}/g) ?? [];
  const mark = fingerprintOf(text);
  return (document) => [`${MARK} ${VERSION} ${fingerprintOf(document)} ${mark}`, ...lines, ''].join('\n');
}

/** A page or a text with the plan that it was made from behind it, in a comment, which nobody sees. A report is made from more than its plan, and goes without. */
export function carrying(edition: Edition, { kind }: Pick<WholeDocument, 'kind'>, text: string): string {
  const carry = kind === 'plan' ? carryOf(edition) : undefined;
  return carry ? `${text}\n<!-- ${carry(text)}-->\n` : text;
}
