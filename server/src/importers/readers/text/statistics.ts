import type { Doubt } from '../../source.ts';
import type { Line } from './lines.ts';
import { isCapitals, isFigure } from './looks.ts';
import { roleOf } from './roles.ts';
import { doubtAt, type Rough } from './rough.ts';

/** So many lines and so many characters of one has a figure with what it counts: “12,730 / VICTIMS SUPPORTED / in 2019/20”. */
const most = { lines: 6, characters: 60 };

/** True for short lines that are one thing to see: a figure that stands out, with what it counts. */
export function isStatistic(lines: readonly Line[]): boolean {
  if (lines.length > most.lines || lines.some(({ text }) => text.length > most.characters)) return false;
  const bare = lines.map(({ text }) => text.replace(/[*_]|<\/?b>/g, '').trim());
  if (lines.length === 1) return isFigure(bare[0] as string);
  const all = bare.join(' ').replace(/\([^()]*\)/g, '');
  return bare.some(isFigure) || (/\b\d[\d.,]*\s?%/.test(all) && isCapitals(all));
}

/** “18” and, with a gap, “MISSING PERSONS”: a figure that stands alone is put with the few words in capitals that follow. */
export function withFigures(blocks: readonly Rough[], doubts: Doubt[]): Rough[] {
  const found: Rough[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const isCounted = block.look === 'capitals' && block.text.length <= most.characters * 2 && !/\d/.test(block.text);
    if (last?.type === 'paragraph' && isFigure(last.text) && isCounted && !roleOf(block.text)) {
      last.text += ` ${block.text}`;
      const message = `The figure “${last.text}” stood apart from its words in the document. They were put together: look whether they belong together.`;
      doubts.push(doubtAt('split', last.spot, message));
    } else found.push({ ...block });
  }
  return found;
}
