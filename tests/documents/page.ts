import { documentView } from '../../server/src/documents/document/view.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import type { Page, ViewOptions } from '../../server/src/documents/view.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { engineFor } from '../helpers/engine.ts';

/** The page of the document view of the plan that a file belongs to; a text alone is `main.plan`. */
export function pageOf(
  example: string | Readonly<Record<string, string>>,
  path = 'main.plan',
  language: ViewOptions['language'] = 'en',
): Page {
  const engine = engineFor(example);
  const snapshot = engine.snapshot;
  return documentView().page(snapshot, engine.workspace.files.get(path) as PlanFile, { language, chosen: {} });
}

/** What in a piece of a document is no words. */
const mute: ReadonlySet<string> = new Set([
  'type',
  'role',
  'anchor',
  'lang',
  'line',
  'svg',
  'item',
  'header',
  'note',
  'back',
  'href',
  'align',
]);

/** All words of a piece of a document, in order. */
export function wordsIn(piece: unknown): string {
  const words: string[] = [];
  const waiting: unknown[] = [piece];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string') words.push(one);
    else if (Array.isArray(one)) waiting.push('\n', ...one.toReversed());
    else if (typeof one === 'object' && one !== null)
      for (const [key, value] of Object.entries(one).reverse()) if (!mute.has(key)) waiting.push(value);
  }
  return words.join('');
}

/** All words of a page. */
export const wordsOn = ({ blocks }: Page): string => blocks.map(({ flow }) => wordsIn(flow)).join('\n');

/** All pieces of a page of one type, in order. */
export function piecesOn<Type extends Flow['type']>({ blocks }: Page, type: Type): Extract<Flow, { type: Type }>[] {
  const found: Extract<Flow, { type: Type }>[] = [];
  const waiting: unknown[] = blocks.flatMap(({ flow }) => flow).reverse();
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one.toReversed());
    else if (typeof one === 'object' && one !== null) {
      if ((one as Flow).type === type) found.push(one as Extract<Flow, { type: Type }>);
      waiting.push(...Object.values(one).reverse());
    }
  }
  return found;
}
