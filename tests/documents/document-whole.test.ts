import { entriesOf } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { silent } from '../../server/src/documents/document/fields.ts';
import { documentView } from '../../server/src/documents/document/view.ts';
import type { Page } from '../../server/src/documents/view.ts';
import { engineFor } from '../helpers/engine.ts';
import { filesOfSample, samples } from '../helpers/samples.ts';
import { piecesOn, wordsOn } from './page.ts';

const folders = [...new Set(Object.keys(samples).map((path) => path.split('/')[1] as string))];

/** The words of a text, without marks of Markdown and without references. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\[\[[^[\]|]*\|([^[\]]*)\]\]/g, ' $1 ')
    .replace(/\[\[[^[\]]*\]\]/g, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)
    ?.map((word) => word.replace(/[’'.,-]+$/, '')) ?? [];

/** The keys of all headings by level, the anchors, and the places that mentions lead to. */
function sound(page: Page): void {
  const keys = page.blocks.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const levels = piecesOn(page, 'heading').map(({ level }) => level);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (let index = 1; index < levels.length; index++)
    expect((levels[index] as number) - (levels[index - 1] as number), `heading ${index}`).toBeLessThanOrEqual(1);
  const anchors = anchorsOn(page);
  expect(new Set(anchors).size).toBe(anchors.length);
  const known = new Set(anchors);
  expect(mentionsOn(page).filter((anchor) => !known.has(anchor))).toEqual([]);
}

function* piecesOf(page: Page): Generator<Record<string, unknown>> {
  const waiting: unknown[] = page.blocks.flatMap(({ flow }) => flow).reverse();
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one.toReversed());
    else if (typeof one === 'object' && one !== null) {
      yield one as Record<string, unknown>;
      waiting.push(...Object.values(one).reverse());
    }
  }
}

const anchorsOn = (page: Page): string[] =>
  [...piecesOf(page)].flatMap(({ type, anchor }) => (type !== 'mention' && typeof anchor === 'string' ? [anchor] : []));

const mentionsOn = (page: Page): string[] =>
  [...piecesOf(page)].flatMap(({ type, anchor }) => (type === 'mention' && typeof anchor === 'string' ? [anchor] : []));

describe.each(folders)('%s', (folder) => {
  const engine = engineFor(filesOfSample(folder));
  const snapshot = engine.snapshot;
  const plans = engine.workspace.plans.filter(({ root }) => root.path.startsWith('samples/'));

  test.each(plans.map((plan) => [plan.id, plan] as const))('%s: its page has all its words', (_, plan) => {
    for (const language of ['en', 'cy'] as const) {
      const page = documentView().page(snapshot, plan.root, { language, chosen: {} });
      sound(page);
      const words = wordsOn(page).toLowerCase();
      const lost: string[] = [];
      for (const file of plan.files)
        for (const { block } of file.blocks)
          for (const entry of entriesOf(block)) {
            const { definition } = entry;
            if (!definition || silent[definition.key] !== undefined || definition.key === 'part') continue;
            if (!definition.item && definition.type !== 'prose' && definition.type !== 'text') continue;
            const text = block.text.slice(entry.valueStart, definition.item ? entry.valueEnd : entry.end);
            const told = text.replace(/^\s*#.*$/gm, '');
            for (const word of wordsOf(told))
              if (!words.includes(word.toLowerCase())) lost.push(`${definition.key}: ${word}`);
          }
      expect(lost).toEqual([]);
    }
  });

  test.each(plans.map((plan) => [plan.id, plan] as const))('%s: its blocks cover its lines', (_, plan) => {
    const page = documentView().page(snapshot, plan.root, { language: 'en', chosen: {} });
    const last = new Map<string, number>();
    const covered = new Map<string, Set<number>>();
    for (const { source, key } of page.blocks) {
      if (!source) continue;
      expect(source.end, key).toBeGreaterThanOrEqual(source.line);
      if (!key.startsWith('_')) expect(source.line, key).toBeGreaterThanOrEqual(last.get(source.path) ?? 0);
      last.set(source.path, source.line);
      const lines = covered.get(source.path) ?? new Set<number>();
      covered.set(source.path, lines);
      for (let line = source.line; line <= source.end; line++) lines.add(line);
    }
    for (const file of plan.files) {
      const bare = file.tree.text
        .split('\n')
        .flatMap((line, number) =>
          /^\s*(?:#|$)|^(?:label|include|part)\b/.test(line) || covered.get(file.path)?.has(number)
            ? []
            : [`${number}: ${line}`],
        );
      expect(bare).toEqual([]);
    }
  });

  test.each(plans.map((plan) => [plan.id, plan] as const))(
    '%s: every line on the page is that of its words',
    (_, plan) => {
      const page = documentView().page(snapshot, plan.root, { language: 'en', chosen: {} });
      for (const { source, flow, key } of page.blocks) {
        if (!source) continue;
        const lines = plan.files.find(({ path }) => path === source.path)?.tree.text.split('\n') ?? [];
        for (const piece of piecesOf({ ...page, blocks: [{ key, role: '', depth: 0, flow }] })) {
          if (piece.type !== 'paragraph' || typeof piece.line !== 'number') continue;
          const [first] = piece.children as { type: string; text?: string }[];
          const word = first?.type === 'text' ? wordsOf(first.text ?? '')[0] : undefined;
          if (word && piece.role !== 'details')
            expect(lines[source.line + piece.line], `${key} ${word}`).toContain(word);
        }
      }
    },
  );
});

test('a part shows the page of its plan', () => {
  const engine = engineFor(filesOfSample('gwent'));
  const snapshot = engine.snapshot;
  const of = (path: string): Page => {
    const file = engine.workspace.files.get(`samples/gwent/${path}`);
    if (!file) throw new Error(path);
    return documentView().page(snapshot, file, { language: 'en', chosen: {} });
  };
  expect(of('next-steps.plan')).toEqual(of('gwent-delivery.plan'));
});
