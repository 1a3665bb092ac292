import { fieldOn, kindOf, wordFor } from '@goldthread/grammar';
import type { PlanFile, Range } from '../workspace/plan-file.ts';
import { depthIn, fitted, holderAt, holds, insertionAt } from './insertion.ts';

/**
 * The lines that make a picture a `figure` at a place: with a title made of the name of its file, and a place for the words that
 * say what it shows, which a check asks for. Empty where no figure can stand. `path` is relative to the folder of the file.
 */
export function figure(file: PlanFile, range: Range, path: string): string {
  const at = insertionAt(file, range);
  const kind = kindOf('figure');
  const image = fieldOn('figure', 'image');
  const alt = fieldOn('figure', 'alt');
  if (!kind || !image || !alt) return '';
  const { language } = at;
  const margin = file.tree.content.place.replace('-content', '');
  const isAtMargin = at.column === 0 && at.before.trim() === '';
  const holder = isAtMargin ? undefined : holderAt(at, (place) => holds(place, kind.key));
  if (!holder && !kind.in.includes(margin)) return '';
  const depth = holder ? depthIn(holder) : 0;
  const lines = [
    `${wordFor(kind, language)}: ${titleFrom(path)}`,
    `  ${wordFor(image, language)}: ${path.replace(/[\r\n]/g, '')}`,
    `  ${wordFor(alt, language)}: `,
  ];
  return (
    fitted(
      at,
      lines.map((line) => ' '.repeat(depth) + line),
    ) ?? ''
  );
}

/** A title from the name of a file: `images/new-hub_2026.png` → “New hub 2026”. */
function titleFrom(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = name
    .normalize('NFC')
    .replace(/[\s_]+|-+/g, ' ')
    .trim();
  const first = String.fromCodePoint(words.codePointAt(0) ?? 32);
  return (first.toUpperCase() + words.slice(first.length)).trim();
}
