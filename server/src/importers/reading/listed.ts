import type { DraftItem } from '../draft/draft.ts';
import type { Block, Spot } from '../source.ts';
import { likeness, likenessOfLetters } from '../words.ts';
import { alike } from './heading.ts';
import { doubt, newItem } from './items.ts';
import { paragraphProse } from './prose.ts';
import { isSame } from './same.ts';
import type { ReadingState } from './state.ts';

/** How alike a priority has to be to what a list calls it: lists of priorities are often badly damaged. */
const fairlyAlike = 0.5;

/** Reads a line of a list that says what the priorities are called: where they stand below, the plan prints that list by itself. */
export function readListed(state: ReadingState, at: number): number {
  const { title = '', group } = state.announced.get(at) ?? {};
  const block = state.blocks[at] as Block;
  state.fate(at, 'heading');
  if (block.type === 'point') state.listed.push({ words: title, group, spot: block.spot });
  else if (block.type === 'paragraph') state.prose(at, paragraphProse(block.text));
  return at + 1;
}

/** Says of each priority that the list calls it otherwise; what stands in the list alone becomes a priority, with a doubt. */
export function settleListed(state: ReadingState): void {
  const divisions = [...state.headings.values()].filter(({ kind }) => kind === 'priority' || kind === 'theme');
  const left = divisions.map(({ title }) => title);
  for (const { words, group, spot } of state.listed) {
    const exact = left.findIndex((known) => isSame(known, words));
    if (exact >= 0) {
      left.splice(exact, 1);
      continue;
    }
    const [near] = state
      .priorities()
      .map((item) => ({ item, near: Math.max(likeness(item.title, words), likenessOfLetters(item.title, words)) }))
      .sort((a, b) => b.near - a.near);
    if (near && isSame(near.item.title, words))
      doubt(near.item, 'wording', `The list of priorities names “${words}” twice.`, spot);
    else if (near && near.near >= fairlyAlike)
      doubt(near.item, 'wording', `The list of priorities calls it “${words}”.`, spot);
    else if (!state.outcomes.some(({ item }) => likeness(item.title, words) > alike))
      addListed(state, words, group, spot);
  }
}

function addListed({ draft, recaser }: ReadingState, title: string, group: string | undefined, spot: Spot): void {
  const { parts } = draft.plan;
  const themes = parts.filter((part): part is DraftItem => part.type === 'item' && part.kind === 'theme');
  const theme = group === undefined ? undefined : themes.find((one) => likeness(one.title, group) >= alike);
  const item = newItem('priority', recaser.recase(title), spot, 0.5);
  doubt(item, 'structure', 'It stands in the list of priorities alone: nothing more is said of it.');
  const last = parts.findLastIndex(
    (part) => part.type === 'item' && (part.kind === 'priority' || part.kind === 'theme'),
  );
  if (theme) theme.parts.push(item);
  else parts.splice(last < 0 ? parts.length : last + 1, 0, item);
}
