import type { KeyLanguage } from '@goldthread/grammar';
import type { Draft } from '../draft/draft.ts';
import type { Block, Removal } from '../source.ts';
import { plainWords } from '../words.ts';
import { isBody } from './bodies.ts';
import { divisionOf } from './divisions.ts';
import { fieldOf, newField } from './items.ts';
import { narrative } from './narrative.ts';
import { roleOf } from './role-of.ts';
import { settledValue } from './settled-value.ts';

/** Among how many blocks at the beginning the title of the document is looked for. */
const reach = 25;

const years = /\b(?:19|20)\d\d\s*(?:[-–]{1,2}|\/|to|i)\s*(?:(?:19|20)?\d\d)\b/iu;
const months = /\b\p{L}+ (?:19|20)\d\d\s*(?:[-–]|to|i)\s*\p{L}+ (?:19|20)\d\d\b/iu;
const sort =
  /\b(?:plan|strategy|strategic|framework|programme|policy|vision|update|summary|cynllun|strategaeth|fframwaith|rhaglen)\b/iu;

/**
 * The block that has the title of the document, by its place; undefined where none has. Where a running head says what it is called, only
 * a block that is sure to be the title counts.
 */
export function titlePlace(blocks: readonly Block[], hasRunningTitle: boolean): number | undefined {
  let best: { at: number; score: number } | undefined;
  const tops = blocks.filter((block) => block.type === 'heading' && block.level === 1);
  for (const [at, block] of blocks.slice(0, reach).entries()) {
    // The only heading of its level is what the document is called.
    const score = titleScore(block, at) + (tops.length === 1 && tops[0] === block ? 2 : 0);
    if (score > (best?.score ?? (hasRunningTitle ? 4 : 2))) best = { at, score };
  }
  return best?.at;
}

/** The title of a document among its running heads: undefined where none of them says what it is. */
export const titleAmong = (removed: readonly Removal[]): string | undefined =>
  removed
    .find(({ why, words }) => why === 'running head' && sort.test(words) && words.length < 120 && years.test(words))
    ?.words.trim();

/** Words below the title that say more about it: no sentence, and not who signs. */
export function isSubtitle(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || block.text.length > 140 || /\\\n/.test(block.text)) return false;
  const words = plainWords(block.text);
  const isHeading = /^(?:about|am)\s/iu.test(words) || narrative.test(words) || roleOf(words) !== undefined;
  return !isHeading && !/[.:;!?]$/.test(words) && /^\p{Lu}/u.test(words) && words.split(' ').length > 1;
}

/** How much a block looks like the title of a document. */
function titleScore(block: Block, at: number): number {
  if (block.type !== 'heading' && block.type !== 'paragraph') return 0;
  const words = plainWords(block.text);
  const count = words.split(/\s+/).length;
  if (
    count > 20 ||
    words.length < 4 ||
    /[.:?]$/.test(words) ||
    roleOf(words) !== undefined ||
    divisionOf(words) !== undefined
  )
    return 0;
  const isHeading = block.type === 'heading';
  if (block.type === 'paragraph' && (count > 14 || !/^\p{Lu}/u.test(words))) return 0;
  return (
    (isHeading ? (block.level === 1 ? 2 : 1) : 0) +
    (block.style !== undefined && /^title|^teitl/i.test(block.style) ? 3 : 0) +
    (years.test(words) ? 2 : 0) +
    (sort.test(words) ? 2 : 0) +
    (at === 0 ? 1 : 0) -
    // Whose plan it is stands over what it is called.
    (isBody(words) && !sort.test(words) ? 3 : 0) -
    at / reach
  );
}

/** What a document calls itself says more than its words: what sort it is. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\bdelivery plan\b|\bcynllun cyflawni\b/i, 'delivery plan'],
  [/\b(?:executive )?summary\b|\bcrynodeb\b/i, 'summary'],
  [/\bupdate\b|\bdiweddariad\b/i, 'update'],
  [/\breport\b|\badroddiad\b/i, 'report'],
];

/** Fills what the title of a plan says besides its words: its sort and its period. */
export function fillFromTitle(draft: Draft, title: string, language: KeyLanguage): void {
  const { plan } = draft;
  const subtitle = fieldOf(plan, 'subtitle')?.value ?? '';
  const has = (key: string): boolean => plan.parts.some((part) => part.type === 'field' && part.key === key);
  const kind = kinds.find(([pattern]) => pattern.test(title))?.[1];
  if (kind !== undefined && !has('kind')) plan.parts.push(newField('kind', kind));
  const written = years.exec(title)?.[0] ?? months.exec(subtitle)?.[0] ?? years.exec(subtitle)?.[0];
  const period = written === undefined ? undefined : periodOf(written, language);
  if (period !== undefined && !has('period')) plan.parts.push(newField('period', period));
}

/** The period that words say which say nothing else: “2025 – 2029”, “April 2025 to March 2029”; undefined for any others. */
export function periodSaid(words: string, language: KeyLanguage): string | undefined {
  const bare = words.replace(/^[\s([]+|[\s)\].]+$/gu, '');
  const said = [months, years].some((pattern) => pattern.exec(bare)?.[0] === bare);
  return said ? periodOf(bare, language) : undefined;
}

const periodOf = (written: string, language: KeyLanguage): string | undefined =>
  settledValue('plan', 'period', spread(written), language);

/** True for words that say what sort of document it is: “Service Plan 2025–2028”. */
export const saysSort = (words: string): boolean => sort.test(words) && words.split(/\s+/).length <= 12;

/** What a document is called and whose it is, where one line says both: “Corporate Plan 2025-2029 Hartwell Borough Council”. */
export function titleAndBody(words: string): { readonly title: string; readonly body: string | undefined } {
  const end = years.exec(words);
  const body = end ? words.slice(end.index + end[0].length).replace(/^[\s,:–—-]+/u, '') : '';
  return end && isBody(body)
    ? { title: words.slice(0, end.index + end[0].length), body }
    : { title: words, body: undefined };
}

/** “2021-25” as two years: in a title they are years, not a month. */
const spread = (written: string): string =>
  written.replace(
    /(\d{4})\s*(?:[-–]{1,2}|\/|to|i)\s*(\d{2,4})/iu,
    (_, from: string, to: string) => `${from} to ${to.length === 2 ? from.slice(0, 2) + to : to}`,
  );
