import {
  contentOf,
  contextOf,
  type Definition,
  type Entry,
  entriesOf,
  fields,
  fieldsOn,
  kindOf,
  kinds,
  kindsIn,
  meaningIn,
  parse,
  type SyntaxTree,
  validate,
} from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { samples } from '../helpers/samples.ts';
import { inWelsh } from '../helpers/welsh.ts';

const isWord = /^[\p{Ll}\p{M}]+(-[\p{Ll}\p{M}]+)*$/u;

/** Where an entry may stand, as plan text: the chain of items from column 0 down to a place that takes it. */
function placeFor(definition: Definition): string[] {
  const place = (definition.item ? definition.in : definition.on)[0] ?? '';
  if (place === 'plan-content' || (definition.item && (place === 'plan' || definition.root))) return [];
  const kind = kindOf(place);
  if (!kind || kind.root) return [];
  return [...placeFor(kind), `${kind.key}: Something`];
}

/** The example of a row, as a file of its own with what must stand above it. */
function fileFor(definition: Definition): string {
  const isRoot = definition.item && definition.root;
  const inHead = !definition.item && definition.on.includes('plan');
  if (isRoot) return `${definition.example}\n`;
  if (inHead) return `plan p: Plan\n  ${definition.example}\n`;
  const above = placeFor(definition);
  const lines = [...above, ...definition.example.split('\n')];
  const depth = (index: number) => Math.min(index, above.length);
  return `plan p: Plan\n\n${lines.map((line, index) => '  '.repeat(depth(index)) + line).join('\n')}\n`;
}

const problemsOf = (tree: SyntaxTree) =>
  tree.blocks.flatMap((block) => [...block.problems, ...validate(block, tree.language)]);

describe('the vocabulary', () => {
  test.each([...kinds, ...fields].map((row) => [row.key, row] as const))(
    '%s has words and an example that reads',
    (_key, row) => {
      expect(row.key).toMatch(isWord);
      expect(row.cy).toMatch(isWord);
      expect(row.meaning).toMatch(/^[A-Z].*\.$/);
      const tree = parse(fileFor(row));
      expect(problemsOf(tree), fileFor(row)).toEqual([]);
      expect(tree.blocks.flatMap((block) => [...entriesOf(block)]).map((entry) => entry.definition)).toContain(row);
    },
  );

  test('gives every word of a place one meaning, in both languages', () => {
    for (const place of [...kinds.map((kind) => kind.key), 'plan-content', 'library-content']) {
      const english = contextOf(place, 'en').words.size;
      const both = contextOf(place, 'cy');
      expect(new Set(both.words.values()).size, place).toBe(english);
    }
    expect(contentOf('part', 'en').words).toEqual(contentOf('plan', 'en').words);
  });

  test('names only kinds that are there', () => {
    for (const field of fields) {
      for (const owner of field.on)
        expect(owner === 'plan-content' || kindOf(owner), `${field.key} on ${owner}`).toBeTruthy();
      for (const target of field.to ?? []) expect(kindOf(target), `${field.key} to ${target}`).toBeTruthy();
      if (field.choicesCy) expect(field.choicesCy).toHaveLength(field.choices?.length ?? 0);
    }
    for (const kind of kinds)
      for (const place of kind.in) expect(kindOf(place), `${kind.key} in ${place}`).toBeTruthy();
    expect(fieldsOn('priority').map((field) => field.key)).toContain('outcomes');
    expect(kindsIn('theme').map((kind) => kind.key)).toContain('priority');
  });
});

const outline = (tree: SyntaxTree): string[] => {
  const depth = (entry: Entry): number => (entry.parent ? depth(entry.parent) + 1 : 0);
  return tree.blocks.flatMap((block) =>
    [...entriesOf(block)].map(
      (entry) =>
        `${' '.repeat(depth(entry))}${entry.definition?.key} ${block.text.slice(entry.nameStart, entry.valueEnd)}`,
    ),
  );
};

describe('Welsh keys', () => {
  test.each(Object.entries(samples))('%s reads the same with its keys in Welsh', (_path, text) => {
    const welsh = parse(inWelsh(text));
    expect(welsh.language).toBe('cy');
    expect(outline(welsh)).toEqual(outline(parse(text)));
    expect(welsh.blocks.flatMap((block) => block.problems)).toEqual([]);
  });

  test('are no words of a plan that does not say that it is in Welsh', () => {
    const [block] = parse('cynllun p: Cynllun\n').blocks;
    expect(block?.problems.map(({ code }) => code)).toContain('unknown-key');
  });
});

test('every word has a meaning in Welsh, and another one than every other', () => {
  const definitions: readonly Definition[] = [...kinds, ...fields];
  const untranslated = definitions.filter((definition) => meaningIn(definition, 'cy') === definition.meaning);
  expect(untranslated.map(({ key }) => key)).toEqual([]);
  const inEnglish = new Set(definitions.map(({ meaning }) => meaning));
  expect(new Set(definitions.map((definition) => meaningIn(definition, 'cy'))).size).toBe(inEnglish.size);
});
