import { readProseReferences } from '@goldthread/grammar';
import type { Inline } from '../tree.ts';
import type { ProseContext } from './context.ts';

/** A title or another value of one line: only what stands in double brackets means anything in it. */
export function readLine(text: string, context: Pick<ProseContext, 'mention'>): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const words = (end: number) => {
    if (end > from) found.push({ type: 'text', text: text.slice(from, end) });
  };
  for (const { start, prints } of readProseReferences(text, 0, text.length)) {
    const open = text.lastIndexOf('[[', start);
    const close = text.indexOf(']]', start);
    words(open);
    found.push(mentioned(text.slice(open + 2, close), prints === 'words', context));
    from = close + 2;
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
