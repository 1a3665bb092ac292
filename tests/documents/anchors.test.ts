import { expect, test } from 'vitest';
import { Anchors } from '../../server/src/documents/anchors.ts';
import { engineFor } from '../helpers/engine.ts';

/** The anchors of the items of a plan in the order of the text. */
function anchorsOf(text: string): (string | undefined)[] {
  const engine = engineFor(text);
  engine.update();
  const file = engine.workspace.files.get('main.plan');
  const contents = (file?.blocks ?? []).flatMap((placed) => engine.model.content(placed) ?? []);
  const anchors = new Anchors(engine.model, file?.plan, contents);
  return contents.flatMap(({ items }) => items.map((item) => anchors.of(item)));
}

test('an item stands at its id; one without at a name that no id is', () => {
  const text = 'plan a: A\n\nsection one: One\n  section: Inner\nsection: Two\nsection section-1: Three\n';
  expect(anchorsOf(text)).toEqual(['_/plan', 'one', '_.one/section-1', '_/section-2', 'section-1']);
});

test('an id that is there twice, or is none, is not an anchor twice', () => {
  const text = 'plan a: A\n\nsection one: One\nsection one: Two\nsection One: Three\nsection a: Four\n';
  expect(anchorsOf(text)).toEqual(['_/plan', 'one', '_.one~2', '_.One', 'a']);
});

test('items of no plan have anchors too', () => {
  expect(anchorsOf('part gone: Part\n\nsection one: One\n  action: Act\nsection one: Two\n')).toEqual([
    '_/part-1',
    'one',
    '_one/action-1',
    '_.one~2',
  ]);
});

test('no anchor has spaces, whatever stands where an id should', () => {
  const text = 'plan a: A\n\nsection one two: One\nsection one-two: Two\nsection one\u00a0two: Three\n';
  const anchors = anchorsOf(text);
  expect(anchors.filter((anchor) => anchor === undefined || /\s/u.test(anchor))).toEqual([]);
  expect(new Set(anchors).size).toBe(anchors.length);
});
