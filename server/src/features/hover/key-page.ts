import {
  type Definition,
  type Field,
  type KeyLanguage,
  kindOf,
  meaningIn,
  type ValueType,
  wordFor,
} from '@goldthread/grammar';
import { wholeExampleOf } from '../../checks/syntax/examples.ts';
import { manyOf, oneOf } from '../kind-words.ts';
import { coded, escaped, fenced } from '../shown.ts';
import { wordsFor } from '../words.ts';

const phrases = {
  en: {
    names: (kinds: string) => `Value: the ids of ${kinds}, several with commas`,
    nameOne: (kinds: string) => `Value: the id of one of the ${kinds}`,
    orWords: ', or words',
    oneOf: (choices: string) => `Value: one of ${choices}`,
    value: (type: string) => `Value: ${type}`,
    standsIn: (places: string) => `Stands in: ${places}`,
    or: 'or',
  },
  cy: {
    names: (kinds: string) => `Gwerth: ids ${kinds}, gyda choma rhyngddynt`,
    nameOne: (kinds: string) => `Gwerth: un id o blith ${kinds}`,
    orWords: ', neu eiriau',
    oneOf: (choices: string) => `Gwerth: un o’r rhain: ${choices}`,
    value: (type: string) => `Gwerth: ${type}`,
    standsIn: (places: string) => `Lle: ${places}`,
    or: 'neu',
  },
};

/** What a value of each type looks like; references and choices say what they name. */
const types: Readonly<Record<KeyLanguage, Readonly<Record<Exclude<ValueType, 'reference' | 'choice'>, string>>>> = {
  en: {
    text: 'words',
    prose: 'text in Markdown, on the line or in a block below',
    date: 'a date: `2027-03-31`, `2027-03`, `2027`, `2027-Q1` or `2026/27`',
    due: 'a date: `2027-03-31`, `2027-03`, `2027`, `2027-Q1` or `2026/27`',
    period: 'a date, or two: `2026-04-01 to 2030-03-31`',
    quantity: 'a figure with its unit: `12,480 incidents`, `69%`',
    money: 'an amount of money: `£1.24m`',
    target: 'a figure and a date: `11,000 by 2027-03`',
    baseline: 'a figure and a period: `12,480 in 2025/26`',
    path: 'the path of a file, seen from this one',
    language: 'a language: `en`, `cy`',
    languages: 'languages with commas: `en, cy`',
    kinds: 'kinds in the plural, with commas: `priorities, actions`',
    key: 'a key',
    words: 'words or names, with commas',
  },
  cy: {
    text: 'geiriau',
    prose: 'testun Markdown, ar y llinell neu mewn bloc oddi tani',
    date: 'dyddiad: `2027-03-31`, `2027-03`, `2027`, `2027-Q1` neu `2026/27`',
    due: 'dyddiad: `2027-03-31`, `2027-03`, `2027`, `2027-Q1` neu `2026/27`',
    period: 'un dyddiad neu ddau: `2026-04-01 i 2030-03-31`',
    quantity: 'ffigur a’i uned: `12,480 digwyddiad`, `69%`',
    money: 'swm o arian: `£1.24m`',
    target: 'ffigur a dyddiad: `11,000 erbyn 2027-03`',
    baseline: 'ffigur a chyfnod: `12,480 yn 2025/26`',
    path: 'llwybr ffeil, o’r ffeil hon',
    language: 'iaith: `en`, `cy`',
    languages: 'ieithoedd, gyda choma rhyngddynt: `en, cy`',
    kinds: 'mathau yn y lluosog, gyda choma rhyngddynt',
    key: 'allweddair',
    words: 'geiriau neu enwau, gyda choma rhyngddynt',
  },
};

/** What a key means, what its value is and where an item of it may stand, with an example; as Markdown. */
export function keyPage(definition: Definition, language: KeyLanguage): string {
  const word = wordFor(definition, language);
  const about = definition.item ? placesWords(definition.in, language) : valueWords(definition, language);
  return [
    `**${escaped(word)}**`,
    escaped(meaningIn(definition, language)),
    ...(about ? [about] : []),
    fenced(wholeExampleOf(definition, language)),
  ].join('\n\n');
}

/** What the value of a field is, in a sentence. */
function valueWords(field: Field, language: KeyLanguage): string {
  const words = wordsFor(phrases, language);
  const { type, choices = [], choicesCy = [] } = field;
  if (type === 'choice') return words.oneOf((language === 'cy' ? choicesCy : choices).map(coded).join(', '));
  if (type !== 'reference') return words.value(types[language][type]);
  const kinds = listed(
    (field.to ?? []).map((key) => namesOf(key, language)),
    words.or,
  );
  return (field.single ? words.nameOne(kinds) : words.names(kinds)) + (field.orWords ? words.orWords : '');
}

function namesOf(key: string, language: KeyLanguage): string {
  const kind = kindOf(key);
  return kind ? manyOf(kind, language) : key;
}

function placesWords(places: readonly string[], language: KeyLanguage): string {
  const { standsIn, or } = wordsFor(phrases, language);
  const kinds = places.flatMap((key) => kindOf(key) ?? []);
  return kinds.length > 0
    ? standsIn(
        listed(
          kinds.map((kind) => oneOf(kind, language)),
          or,
        ),
      )
    : '';
}

/** Words as a choice: “a, b or c”. */
const listed = (words: readonly string[], or: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
