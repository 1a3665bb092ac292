import { type Field, fieldOn, fieldsOn, type Kind, kindOf, kinds } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { silent } from '../../server/src/documents/document/fields.ts';
import { pageOf, wordsOn } from './page.ts';

/** Words that stand nowhere else. */
const WORDS = 'Zebras graze';

/** A value of each type, and the words that it leaves on the page. */
function valueFor(field: Field): { value: string; words: string; target?: string } {
  switch (field.type) {
    case 'reference':
      return field.to?.some((kind) => kindOf(kind)?.root) && !field.to.some((kind) => !kindOf(kind)?.root)
        ? { value: 'other', words: WORDS, target: `library other: ${WORDS}` }
        : { value: 'target', words: WORDS, target: targetOf(field.to?.find((kind) => !kindOf(kind)?.root) ?? '') };
    case 'date':
    case 'due':
    case 'period':
      return { value: '2031-05-07', words: '7 May 2031' };
    case 'quantity':
    case 'money':
      return { value: '£987,654', words: '£987,654' };
    case 'target':
      return { value: '987,654 by 2031-05-07', words: '987,654 by 7 May 2031' };
    case 'baseline':
      return { value: '987,654 in 2031/32', words: '987,654 in 2031/32' };
    case 'choice': {
      const choice = field.choices?.at(-1) ?? '';
      return { value: choice, words: `${choice.charAt(0).toUpperCase()}${choice.slice(1)}` };
    }
    case 'language':
    case 'languages':
      return { value: 'gd', words: 'Scottish Gaelic' };
    case 'path':
      return { value: 'files/zebras.csv', words: 'zebras' };
    default:
      return { value: WORDS, words: WORDS };
  }
}

/** An item of a kind that can be named, as lines. */
function targetOf(key: string): string {
  return standing(kindOf(key) as Kind, [`${key} target: ${WORDS}`]).join('\n');
}

/** Some lines of an item where it may stand: in the plan, or in an item that may hold it. */
function standing(kind: Kind, lines: readonly string[]): string[] {
  if (kind.in.includes('plan') || kind.root) return [...lines];
  const holder = kindOf(kind.in.find((key) => key !== kind.key && key !== 'library') ?? '') as Kind;
  return standing(holder, [`${holder.key}: A holder`, ...lines.map((line) => `  ${line}`)]);
}

/** A plan that has one item of a kind with one field. */
function planWith(kind: Kind, field: Field): { texts: Record<string, string>; words: string } {
  const { value, words, target } = valueFor(field);
  const name = field.name === 'period' ? ' 2029' : '';
  const line = `  ${field.key}${name}: ${value}`;
  const isOther = target?.startsWith('library') === true;
  const head = ['plan this: A plan', ...(isOther ? ['  uses: other'] : [])];
  const item = kind.root
    ? [`${kind.key} this: A title`, line]
    : [...head, '', ...standing(kind, [`${kind.key}: A title`, line])];
  const own = isOther ? [] : [target ?? ''];
  const texts: Record<string, string> = {
    'main.plan': [...item, '', ...own, ''].join('\n'),
    'files/zebras.csv': 'year,zebras\n2030,4\n2031,5\n',
  };
  if (isOther) texts['other.plan'] = `${target}\n`;
  return { texts, words };
}

/** Fields whose words show only in part, or elsewhere, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  alt: 'It stands in place of the picture for those who don’t see it.',
  image: 'The picture itself is shown.',
};

describe.each(kinds.filter(({ key }) => key !== 'part').map((kind) => [kind.key, kind] as const))('%s', (_, kind) => {
  test.each(
    fieldsOn(kind.key)
      .filter(({ key }) => silent[key] === undefined && exceptions[key] === undefined)
      .map((field) => [field.key, field] as const),
  )('%s leaves its words on the page', (_key, field) => {
    const { texts, words } = planWith(kind, field);
    const found = wordsOn(pageOf(texts)).split(words).length - 1;
    expect(found, texts['main.plan']).toBeGreaterThanOrEqual(field.type === 'reference' ? 2 : 1);
  });
});

test('the exceptions are fields of the vocabulary', () => {
  const known = (key: string): boolean =>
    [...kinds, { key: 'plan-content' }].some(({ key: kind }) => fieldOn(kind, key));
  for (const key of [...Object.keys(silent), ...Object.keys(exceptions)]) expect(known(key), key).toBe(true);
});
