import type { Field } from '@goldthread/grammar';
import { silent } from '../../server/src/documents/document/fields.ts';
import { wholeDocument } from '../../server/src/documents/edition/annex.ts';
import type { Edition } from '../../server/src/documents/edition/edition.ts';
import { languagesOf } from '../../server/src/documents/languages.ts';
import type { Item } from '../../server/src/model/item.ts';

/** The letters and figures of a text alone, small: signs, spaces and capitals at the start of a line are the business of the format. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/**
 * What every document of a plan has to say, as far as it can be told without asking what makes documents: its titles and its prose, in
 * runs of words between which the text has marks, references or ends of lines; each as letters and figures alone.
 */
export function wordsOfPlan({ source, language, root }: Edition): string[] {
  const [own] = languagesOf(root);
  const { model } = source.snapshot;
  const runs: string[] = [];
  for (const item of model.items(source.plan)) {
    // A second head in the same plan is an error, and data has no place for it.
    if (item.kind.root && item !== root) continue;
    const told = (texts: readonly string[]): void => {
      for (const text of texts) runs.push(...runsOf(text));
    };
    told(inLanguage(item, 'title', language, own) ?? [item.title]);
    const keys = new Set(
      item.fields
        .map((entry) => entry.definition as Field)
        .filter(isWords)
        .map(({ key }) => key),
    );
    for (const key of keys) told(inLanguage(item, key, language, own) ?? inLanguage(item, key, own, own) ?? []);
  }
  return runs;
}

const isWords = ({ key, type }: Field): boolean => silent[key] === undefined && (type === 'prose' || type === 'text');

/** The words of the fields of an item with a key that are in a language; undefined where there are none. */
function inLanguage(item: Item, key: string, language: string, own: string): string[] | undefined {
  const found = item.fieldsNamed(key).filter((entry) => {
    const { name } = entry.definition as Field;
    return name !== 'language' || (item.nameOf(entry) || own) === language;
  });
  return found.length === 0 ? undefined : found.map((entry) => item.proseOf(entry));
}

/** What is no words in Markdown: references, addresses, marks, entities, numbers of points. What is between two of them is a run of words. */
const marks =
  /\[\[[^[\]|]*\||\[\[[^[\]]*\]\]|\]\([^()]*\)|\[\^[^\]]*\]:?|^\s*\[[^\]]*\]:.*$|^\s*\d+[.)]\s|&#?\w+;|[\n\r[\]*_`|>#~\\<]/gmu;

const runsOf = (text: string): string[] => text.split(marks).map(lettersOf).filter(Boolean);

/** The words of the whole document of a plan, annexes included, as its tree has them. */
export function wordsOfDocument(edition: Edition): string[] {
  const { blocks, annex } = wholeDocument(edition);
  const words: string[] = [];
  JSON.stringify(
    [...blocks, ...annex].map(({ flow }) => flow),
    (key, value) => {
      if (key === 'text' && typeof value === 'string') words.push(lettersOf(value));
      return value as unknown;
    },
  );
  return words;
}
