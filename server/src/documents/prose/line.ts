import { bracketed } from '../../features/shown.ts';
import { plain } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import type { ProseContext } from './context.ts';

/** A title or another value of one line: only what stands in double brackets means anything in it. */
export function readLine(text: string, context: Pick<ProseContext, 'mention'>): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const words = (end: number) => {
    if (end > from) found.push(plain(text.slice(from, end)));
  };
  for (const { start, end, inside, reference } of bracketed(text)) {
    words(start);
    found.push(mentioned(inside, reference.prints === 'words', context));
    from = end;
  }
  words(text.length);
  return found;
}

/** What is printed for a reference, from what stands between its brackets. */
export function mentioned(inside: string, hasWords: boolean, context: Pick<ProseContext, 'mention'>): Inline {
  const stroke = hasWords ? inside.indexOf('|') : -1;
  if (stroke >= 0)
    return context.mention(inside.slice(0, stroke).trim(), inside.slice(stroke + 1).trim() || undefined, undefined);
  const [, name = '', what] = /^(.*?)(?::(number|value))?$/.exec(inside) ?? [];
  return context.mention(name.trim(), undefined, what as 'number' | 'value' | undefined);
}
