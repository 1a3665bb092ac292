import { type KeyLanguage, kindOf } from '@goldthread/grammar';
import type { Block, Source } from '../source.ts';
import { plainWords, wordsOfBlock } from '../words.ts';
import { isBody } from './bodies.ts';
import { Chapters } from './chapters.ts';
import { Contents } from './contents.ts';
import { fillFromTitle, isSubtitle, periodSaid, saysSort, titleAmong, titleAndBody, titlePlace } from './cover.ts';
import { divisionOf } from './divisions.ts';
import { fieldOf, newField } from './items.ts';
import { readListed, settleListed } from './listed.ts';
import { Lists } from './lists.ts';
import { settleMentions } from './mentioned.ts';
import { addNamed } from './named.ts';
import { officeHoldersOf } from './offices.ts';
import type { PlanReading } from './reading.ts';
import { ReadingState } from './state.ts';
import { settleSubPriorities } from './sub-priorities.ts';

/** Reads the blocks of a document as a plan. Without a language, it is the one that most of its words are in. */
export function readPlan(source: Source, language?: KeyLanguage): PlanReading {
  const state = new ReadingState(source, language);
  const titleAt = placeOfTitle(state, source);
  const lists = new Lists(state);
  const contents = new Contents(state, lists);
  const chapters = new Chapters(state, contents);
  for (let at = 0; at < state.blocks.length; ) {
    const heading = state.headings.get(at);
    if (at === titleAt) at = readCover(state, at);
    else if (state.contents.has(at)) at = leaveOut(state, at);
    else if (titleAt !== undefined && at < titleAt && readBody(state, at)) at += 1;
    else if (state.announced.has(at)) at = readListed(state, at);
    else at = heading ? chapters.heading(heading) : contents.content(at);
  }
  settle(state);
  return state;
}

/** Finds what the document is called, and the block that says so; a running head may say it where no block does. */
function placeOfTitle({ draft, blocks, recaser }: ReadingState, { removed, properties }: Source): number | undefined {
  const running = titleAmong(removed);
  const at = titlePlace(blocks, running !== undefined);
  const block = at === undefined ? undefined : blocks[at];
  const title = block && 'text' in block ? plainWords(block.text) : (properties.title ?? '');
  const { title: called, body } = titleAndBody(recaser.recase(running ?? title));
  draft.plan.title = called;
  if (body !== undefined) draft.plan.parts.push(newField('organisation', body));
  return at;
}

/** A line of the table of contents: the plan makes its own. */
function leaveOut(state: ReadingState, at: number): number {
  const block = state.blocks[at] as Block;
  state.removed.push({ why: 'contents', words: wordsOfBlock(block), spot: block.spot, times: 1 });
  state.fate(at, 'removed');
  return at + 1;
}

/** The title of the document, and what stands below it. */
function readCover(state: ReadingState, at: number): number {
  const { plan } = state.draft;
  state.fate(at, 'item', plan);
  state.putOther(plan, at);
  if (isBody(plan.title) && !fieldOf(plan, 'organisation')) plan.parts.push(newField('organisation', plan.title));
  let end = at + 1;
  while (end <= at + mostBelow && readBelowTitle(state, end)) end += 1;
  return end;
}

/** So many lines stand below the title at most that say whose plan it is, for when, and what it is about. */
const mostBelow = 4;

/** A line below the title: whose plan it is, for when, or more about it; false where it says none of this. */
function readBelowTitle(state: ReadingState, at: number): boolean {
  const { draft, blocks, recaser, language } = state;
  const { plan } = draft;
  const block = blocks[at];
  if (block?.type !== 'paragraph') return false;
  const words = plainWords(block.text);
  const period = fieldOf(plan, 'period') ? undefined : periodSaid(words, language);
  if (fieldOf(plan, 'organisation')?.value === plan.title && saysSort(words)) plan.title = recaser.recase(words);
  else if (period !== undefined) plan.parts.push(newField('period', period, undefined, words));
  else if (!readBody(state, at)) {
    const isFirst = fieldOf(plan, 'subtitle') === undefined && isSubtitle(block);
    if (!isFirst || divisionOf(words) !== undefined || officeHoldersOf(block.text).length > 0) return false;
    plan.parts.push(newField('subtitle', recaser.recase(words)));
  } else return true;
  state.fate(at, 'value', plan);
  return true;
}

/** The name of a body over the title: whose plan it is. */
function readBody({ blocks, draft, recaser, fates }: ReadingState, at: number): boolean {
  const block = blocks[at];
  const written = block?.type === 'heading' || block?.type === 'paragraph' ? plainWords(block.text) : '';
  if (!isBody(written) || !isName(written) || fieldOf(draft.plan, 'organisation')) return false;
  draft.plan.parts.push(newField('organisation', named(recaser.recase(written))));
  fates.push({ at, what: 'value', item: draft.plan });
  return true;
}

/** Words that begin with a small letter in a name. */
const small = /^(?:and|of|the|for|a|y|yr|i)$/u;

/** A name as names are written, where it stood in capitals: “Northmoor Fire and Rescue Service”. */
const named = (words: string): string =>
  words.replace(/\S+/gu, (word, at: number) =>
    at > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );

/** True for words that all begin with a capital, small ones aside: a sentence may end with a word that bodies end with. */
const isName = (words: string): boolean =>
  words.split(' ').every((word) => /^(?:\p{Lu}|&)/u.test(word) || small.test(word));

/** What can be said when all is read: links, numbers, what is named again and again. */
function settle(state: ReadingState): void {
  const { draft, blocks, language, fates } = state;
  const { plan } = draft;
  settleListed(state);
  fillNumbering(state);
  plan.parts.push(...state.offices);
  addNamed(draft, blocks);
  fillFromTitle(draft, plan.title, language);
  fates.push(...settleMentions(draft, 'outcome', state.outcomes), ...settleMentions(draft, 'kpq', state.kpqs));
  settleSubPriorities(plan);
  const translated = blocks.find(({ other }) => other)?.other?.language;
  if (translated !== undefined) plan.parts.push(newField('translations', translated));
}

/** From how many numbered points on a kind is printed with numbers, and from which share of them. */
const numberedFrom = { count: 3, share: 0.6 };

/** The kinds that are printed with numbers. */
function fillNumbering({ draft, marks, isNumbered }: ReadingState): void {
  const kinds = isNumbered ? ['priorities'] : [];
  for (const [kind, { numbered, all }] of marks) {
    const plural = kindOf(kind)?.plural;
    if (plural !== undefined && numbered >= numberedFrom.count && numbered >= all * numberedFrom.share)
      kinds.push(plural);
  }
  if (kinds.length > 0) draft.plan.parts.push(newField('numbering', kinds.join(', ')));
}
