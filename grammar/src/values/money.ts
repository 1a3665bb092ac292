import type Big from 'big.js';
import type { KeyLanguage } from '../vocabulary/index.ts';
import { lookAlike, readNumber } from './number.ts';
import { remembering } from './remembering.ts';
import { faulty, found, type Result } from './result.ts';
import { otherScaleLetters, type Scale, scaleLetters, scaleWords } from './scales.ts';
import { whysIn } from './whys.ts';

/** The currencies that an amount can be in, by their ISO 4217 codes. */
const currencies = ['GBP', 'EUR', 'USD', 'JPY', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'NZD'] as const;

/** An ISO 4217 currency code. */
export type Currency = (typeof currencies)[number];

/** An amount of money. */
export interface Money {
  /** The amount as written. */
  readonly text: string;
  readonly currency: Currency;
  /** The exact amount in pounds, euros …, with the scale multiplied in: £1.24m is 1,240,000. */
  readonly amount: Big;
}

/** The signs that stand for a currency, and the words that are seen in their place. */
const signs: readonly { readonly sign: string; readonly currency: Currency; readonly words: readonly string[] }[] = [
  { sign: '£', currency: 'GBP', words: ['pound', 'pounds', 'sterling', 'punt', 'bunt', 'punnoedd', 'bunnoedd'] },
  { sign: '€', currency: 'EUR', words: ['euro', 'euros', 'ewro'] },
  { sign: '$', currency: 'USD', words: ['dollar', 'dollars', 'doler'] },
  { sign: '¥', currency: 'JPY', words: ['yen'] },
];

/** How each sign and code is written, and what it stands for. */
const currencyOf: ReadonlyMap<string, Currency> = new Map([
  ...signs.map(({ sign, currency }) => [sign, currency] as const),
  ['US$', 'USD'],
  ...currencies.map((code) => [code, code] as const),
]);

/** What is written behind an amount instead of before it, in small letters, with what goes before it. */
const prefixFor: ReadonlyMap<string, string> = new Map([
  ...signs.flatMap(({ sign, words }) => [sign, ...words].map((word) => [word, sign] as const)),
  ...currencies.map((code) => [code.toLowerCase(), `${code} `] as const),
]);

const EXAMPLE = '£1.24m';

/** A sign of minus, if any, a currency, and another minus, which does not belong there. */
const opening = /^([-\u2212]?)(US\$|[£€$¥]|[A-Za-z]{3}(?![A-Za-z]))\s*([-\u2212]?)/;
const nextWord = /^\s*([\p{L}\p{M}]{1,12})(?![\p{L}\p{M}\d])/u;

/** What follows the figures of an amount: its scale, if any, and the rest with the offset at which it begins. */
function readScale(text: string, at: number, language: KeyLanguage): { scale: Scale; at: number } {
  const match = nextWord.exec(text.slice(at));
  const word = (match?.[1] ?? '').toLowerCase();
  const scale = scaleWords[language].get(word) ?? scaleLetters.get(word);
  return match && scale ? { scale, at: at + match[0].length } : { scale: 1, at };
}

/**
 * Reads an amount of money: `£1.24m`, `£171,200,000`, `€3bn`, `-£2m`, `£2.5 million`, `GBP 300`. The minus sign may be
 * the keyboard's hyphen or U+2212. In a Welsh file the scale may be a Welsh word.
 */
export const readMoney = remembering(anew);

function anew(text: string, language: KeyLanguage = 'en'): Result<Money> {
  const match = opening.exec(text);
  const written = match?.[2] ?? '';
  const currency = currencyOf.get(written);
  if (!match || !currency) return noCurrency(text, written, language);
  const at = match[0].length;
  if (!/^[\d.]/.test(text.slice(at, at + 1))) return lookAlike(text, EXAMPLE, language) ?? noMoney(text, language);
  const number = readNumber(text, at, EXAMPLE, language);
  if (number.fault) return number;
  if (match[3]) {
    return faulty(whysIn[language].minusBeforeCurrency, 0, at, { meant: match[1] ? undefined : `-${written}` });
  }
  const { scale, at: end } = readScale(text, number.value.end, language);
  if (text.slice(end).trim() !== '') return trailing(text, end, language);
  const positive = number.value.amount.times(scale);
  return found({ text, currency, amount: match[1] ? positive.neg() : positive });
}

const noMoney = (text: string, language: KeyLanguage): Result<Money> =>
  faulty(whysIn[language].noMoney(text), 0, text.length);

/** The fault of words behind an amount. */
function trailing(text: string, at: number, language: KeyLanguage): Result<Money> {
  const word = nextWord.exec(text.slice(at));
  const letters = scaleLetters.has(word?.[1] ?? '')
    ? undefined
    : otherScaleLetters.get((word?.[1] ?? '').toLowerCase());
  if (word && letters && at + word[0].length === text.length)
    return faulty(whysIn[language].scaleLetters, at, text.length, {
      meant: letters,
    });
  const start = at + (text.slice(at).length - text.slice(at).trimStart().length);
  return (
    lookAlike(text, EXAMPLE, language) ?? faulty(whysIn[language].oneAmount(text.slice(start)), start, text.length)
  );
}

/** The fault of an amount that does not begin with a currency that is known. `written` is what stands in its place. */
function noCurrency(text: string, written: string, language: KeyLanguage): Result<Money> {
  const likely = lookAlike(text, EXAMPLE, language);
  if (likely) return likely;
  const code = written.toUpperCase();
  if (currencyOf.has(code)) {
    const start = text.indexOf(written);
    return faulty(whysIn[language].currencyCode, start, start + 3, { meant: code });
  }
  const meant = text.length <= LONGEST_AMOUNT ? amountMeant(text, language) : undefined;
  return faulty(
    meant === undefined ? whysIn[language].noMoney(text) : whysIn[language].currencyFirst(meant),
    0,
    text.length,
    { meant },
  );
}

/** The longest amount, in UTF-16 units, for which a right form is offered. */
const LONGEST_AMOUNT = 60;

/** The amount that was meant by a number with the currency behind it, with none (pounds), or in brackets for a minus. */
function amountMeant(text: string, language: KeyLanguage): string | undefined {
  if (/^(?:nil|none|zero|dim)$/i.test(text)) return '£0';
  const brackets = /^\((.+)\)$/.exec(text)?.[1];
  if (brackets !== undefined) return readMoney(brackets, language).value ? `-${brackets}` : undefined;
  const pence = /^(\d{1,2})p$/.exec(text)?.[1];
  if (pence !== undefined) return `£0.${pence.padStart(2, '0')}`;
  const match = /^([-\u2212]?)([\d,.]+.*?)(?:\s*([£€$¥]|(?<!\p{L})\p{L}{3,9}))?$/u.exec(text);
  if (!match) return undefined;
  const minus = match[1] as string;
  const prefix = prefixFor.get((match[3] ?? '').toLowerCase());
  const meant = prefix ? `${minus}${prefix}${match[2]}` : `${minus}£${text.slice(minus.length)}`;
  return readMoney(meant, language).value ? meant : undefined;
}
