import { linkWords } from '../values/link-words.ts';
import { type Field, fields, kinds } from '../vocabulary/index.ts';
import { anyOf, id, include, keysOf, scope, type TextMateCaptures, type TextMateRule } from './rule.ts';

/** Not in the middle of a word or number: a search for ids and dates does not begin there. */
const fresh = '(?<![\\p{L}\\p{M}\\p{N}.,/-])';
const number = '[-−]?\\d[\\d,]*(?:\\.\\d+)?';
const date = '\\d{4}(?:-\\d{2}(?:-\\d{2})?|-Q[1-4]|/\\d{2})?(?![\\p{L}\\p{N}/-])';

/** Words that join values, in both languages. */
const wordsFor = (...uses: readonly (keyof typeof linkWords.en)[]): string =>
  anyOf(uses.flatMap((use) => [...linkWords.en[use], ...linkWords.cy[use]]));

const comma: TextMateRule = { match: ',', ...scope('punctuation.separator') };
const reference = scope('entity.name.function.reference');
const library = scope('entity.name.namespace.library');
const dot = scope('punctuation.accessor');

/** Pieces between commas: those of the right shape get a colour, any other is passed over. */
const pieces = (shape: string, captures: TextMateCaptures): readonly TextMateRule[] => [
  comma,
  { match: `${fresh}${shape}(?=\\s*(?:,|$))`, captures },
  { match: '[^,\\s][^,]*' },
];

/** An amount and its unit, then `by` or `in` with a time. `\G` is where the value begins on each of its lines. */
const amount = (join?: 'by' | 'in'): readonly TextMateRule[] => {
  const unit = { match: '%|[^\\s%]+', ...scope('keyword.other.unit') };
  const time = join && {
    match: `(?<!\\S)(${wordsFor(join)})\\s+((?:\\p{L}+\\s+)?\\d{4}.*)`,
    captures: { 1: scope('keyword.other.join'), 2: { patterns: [include('period')] } },
  };
  const after = { patterns: time ? [time, unit] : [unit] };
  return [{ match: `\\G\\s*(${number})\\s*(.*)`, captures: { 1: scope('constant.numeric.quantity'), 2: after } }];
};

const plurals = anyOf(kinds.flatMap(({ plural, pluralCy }) => [plural, pluralCy]));

const choice = (choices: readonly string[]): readonly TextMateRule[] => [
  { match: `\\G\\s*((?i:${anyOf(choices)}))\\s*$`, captures: { 1: scope('constant.language.choice') } },
];

/**
 * How the values of some fields of one type are coloured, prose excepted. What has not the shape of the type stays
 * plain.
 */
export function valueRules(same: readonly Field[]): readonly TextMateRule[] {
  const { type, orWords } = same[0] as Field;
  switch (type) {
    case 'reference':
      return orWords ? [include('parties'), include('text')] : [include('references')];
    case 'due':
      return [include('due'), include('text')];
    case 'quantity':
      return amount();
    case 'target':
      return amount('by');
    case 'baseline':
      return amount('in');
    case 'choice':
      return choice(same.flatMap((field) => [...(field.choices ?? []), ...(field.choicesCy ?? [])]));
    case 'language':
    case 'languages':
      return [include('languages')];
    case 'date':
    case 'period':
    case 'money':
    case 'kinds':
    case 'path':
    case 'words':
      return [include(type)];
    default:
      return [include('text')];
  }
}

/** The rules for values, and for names before the colon, as they stand in the repository. */
export const valueRepository: Readonly<Record<string, TextMateRule>> = {
  text: { match: '\\S(?:.*\\S)?', captures: { 0: { ...scope('string.unquoted'), patterns: [include('mention')] } } },
  words: { patterns: [comma, { match: '[^,\\s](?:[^,]*[^,\\s])?', ...scope('string.unquoted') }] },
  path: { match: '\\S(?:.*\\S)?', ...scope('string.unquoted.path') },
  references: { patterns: pieces(`(?:(${id})(\\.))?(${id})`, { 1: library, 2: dot, 3: reference }) },
  parties: {
    match: `\\G\\s*((?:${id}\\.)?${id}(?:\\s*,\\s*(?:${id}\\.)?${id})*\\s*,?)\\s*$`,
    captures: { 1: { patterns: [include('references')] } },
  },
  date: { match: `${fresh}${date}`, ...scope('constant.numeric.date') },
  due: { match: `\\G\\s*(${date})\\s*$`, captures: { 1: scope('constant.numeric.date') } },
  period: {
    patterns: [
      { match: `(?<!\\S)(?:${wordsFor('to', 'since')})(?=\\s+\\d)`, ...scope('keyword.other.join') },
      include('date'),
    ],
  },
  money: {
    match: '\\G\\s*([-−]?(?:\\p{Sc}|[A-Z]{3})\\s?[-−]?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?\\p{L}+)?)\\s*$',
    captures: { 1: scope('constant.numeric.money') },
  },
  languages: { patterns: pieces('([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)', { 1: scope('constant.language.code') }) },
  kinds: { patterns: pieces(`(${plurals})`, { 1: scope('constant.language.kind') }) },
  keys: { patterns: pieces(`(${keysOf([...kinds, ...fields])}|${plurals})`, { 1: scope('constant.language.key') }) },
  ids: { patterns: pieces(`(${id})`, { 1: scope('entity.name.function.id') }) },
  mention: {
    match: `(\\[\\[)\\s*(?:(${id})(\\.))?(${id})\\s*(?:(:)(number|value)|(\\|)([^\\[\\]]*))?(\\]\\])`,
    captures: {
      1: scope('punctuation.definition.link.begin'),
      2: library,
      3: dot,
      4: reference,
      5: scope('punctuation.separator'),
      6: scope('keyword.other.mention'),
      7: scope('punctuation.separator'),
      8: scope('string.other.link.title'),
      9: scope('punctuation.definition.link.end'),
    },
  },
};
