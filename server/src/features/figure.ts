import { fieldOn, isSpace, kindOf, wordFor } from '@goldthread/grammar';
import type { PlanFile, Range } from '../workspace/plan-file.ts';
import { depthIn, fitted, holderAt, holds, insertionAt } from './insertion.ts';
import { wordsFor } from './words.ts';

const table = {
  en: { shows: 'What the picture shows' },
  cy: { shows: 'Yr hyn y mae’r llun yn ei ddangos' },
};

/**
 * The lines that make a picture a `figure` at a place: with a title made of the name of its file, and words to write over that say
 * what it shows. Empty where no figure can stand. `path` is relative to the folder of the file.
 */
export function figure(file: PlanFile, range: Range, path: string): string {
  const at = insertionAt(file, range);
  const kind = kindOf('figure');
  const image = fieldOn('figure', 'image');
  const alt = fieldOn('figure', 'alt');
  if (!at || !kind || !image || !alt) return '';
  const { language } = at;
  const margin = file.tree.content.place.replace('-content', '');
  const isAtMargin = at.column === 0 && at.before.trim() === '';
  const holder = isAtMargin ? undefined : holderAt(at, (place) => holds(place, kind.key));
  if (!holder && !kind.in.includes(margin)) return '';
  const depth = holder ? depthIn(holder) : 0;
  const lines = [
    `${wordFor(kind, language)}: ${titleOf(path)}`,
    `  ${wordFor(image, language)}: ${path.replace(/[\r\n]/g, '')}`,
    `  ${wordFor(alt, language)}: ${wordsFor(table, language).shows}`,
  ];
  return fitted(at, lines.map((line) => ' '.repeat(depth) + line)) ?? '';
}
