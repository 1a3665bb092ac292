import type { Field, KeyLanguage } from '../vocabulary/index.ts';
import { fieldKeys, kindOf, kindOfPlural } from '../vocabulary/index.ts';
import { readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readDue } from './due.ts';
import { readLanguage, readLanguages } from './language-code.ts';
import { readMoney } from './money.ts';
import { readPath } from './path.ts';
import { readPeriod } from './period.ts';
import { readQuantity } from './quantity.ts';
import type { Fault } from './result.ts';
import { readBaseline, readTarget } from './target.ts';

/** What a value is to be read as: the parts of a field's row that say so. */
type Reading = Pick<Field, 'type'> & Partial<Pick<Field, 'choices' | 'choicesCy'>>;

/**
 * What is wrong with the value of a field; undefined where nothing is. References are looked up elsewhere and free
 * words can't be wrong.
 */
export function faultOf(field: Reading, text: string, language: KeyLanguage): Fault | undefined {
  switch (field.type) {
    case 'date':
      return readDate(text).fault;
    case 'due':
      return readDue(text, language).fault;
    case 'period':
      return readPeriod(text, language).fault;
    case 'quantity':
      return readQuantity(text, language).fault;
    case 'money':
      return readMoney(text, language).fault;
    case 'target':
      return readTarget(text, language).fault;
    case 'baseline':
      return readBaseline(text, language).fault;
    case 'choice':
      return readChoice(text, field.choices ?? [], field.choicesCy ?? [], language).fault;
    case 'path':
      return readPath(text).fault;
    case 'language':
      return readLanguage(text).fault;
    case 'languages':
      return readLanguages(text).fault;
    case 'kinds':
      return unknownKind(text);
    case 'key':
      return labelled(text)
        ? undefined
        : {
            why: `Nothing in a plan is called ‘${text}’. A label names a field or a kind, such as “label why: Why is this a priority?”.`,
            start: 0,
            end: text.length,
          };
    default:
      return undefined;
  }
}

function unknownKind(text: string): Fault | undefined {
  let start = 0;
  for (const piece of text.split(',')) {
    const word = piece.trim();
    const at = start + piece.indexOf(word);
    start += piece.length + 1;
    if (!word || kindOfPlural(word)) continue;
    const singular = kindOf(word);
    const why = `What is numbered is named in the plural, such as “numbering: priorities, actions”; ‘${word}’ is not one of these words.`;
    return { why, start: at, end: at + word.length, ...(singular && { meant: singular.plural }) };
  }
  return undefined;
}

const labelled = (text: string): boolean =>
  kindOf(text) !== undefined || kindOfPlural(text) !== undefined || fieldKeys.has(text);
