import type { Field, KeyLanguage } from '../vocabulary/index.ts';
import { fieldKeys, kindOf, kindOfPlural, meaningAnywhere, nearestLabel } from '../vocabulary/index.ts';
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
import { whysIn } from './whys.ts';

/** What a value is to be read as: the parts of a field's row that say so. */
type Reading = Pick<Field, 'type'> & Partial<Pick<Field, 'choices' | 'choicesCy'>>;

/**
 * What is wrong with the value of a field; undefined where nothing is. References are looked up elsewhere and free
 * words can't be wrong.
 */
export function faultOf(field: Reading, text: string, language: KeyLanguage): Fault | undefined {
  switch (field.type) {
    case 'date':
      return readDate(text, language).fault;
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
      return readPath(text, language).fault;
    case 'language':
      return readLanguage(text, language).fault;
    case 'languages':
      return readLanguages(text, language).fault;
    case 'kinds':
      return unknownKind(text, language);
    case 'key':
      return labelled(text, language) ? undefined : unknownLabel(text, language);
    default:
      return undefined;
  }
}

function unknownKind(text: string, language: KeyLanguage): Fault | undefined {
  let start = 0;
  for (const piece of text.split(',')) {
    const word = piece.trim();
    const at = start + piece.indexOf(word);
    start += piece.length + 1;
    if (!word || kindOfPlural(word)) continue;
    const singular = kindOf(word) ?? meaningAnywhere(word, language);
    const meant = singular?.item ? (language === 'cy' ? singular.pluralCy : singular.plural) : undefined;
    const why = whysIn[language].numbering(word);
    return { why, start: at, end: at + word.length, ...(meant !== undefined && { meant }) };
  }
  return undefined;
}

function unknownLabel(text: string, language: KeyLanguage): Fault {
  const meant = nearestLabel(text, language);
  return {
    why: whysIn[language].label(text, meant),
    start: 0,
    end: text.length,
    ...(meant !== undefined && { meant }),
  };
}

const labelled = (text: string, language: KeyLanguage): boolean =>
  meaningAnywhere(text, language) !== undefined || kindOfPlural(text) !== undefined || fieldKeys.has(text);
