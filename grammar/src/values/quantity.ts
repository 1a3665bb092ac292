import type Big from 'big.js';
import { byAlphabet } from '../alphabet.ts';
import type { KeyLanguage } from '../vocabulary/index.ts';
import { lookAlike, readNumber, telephoneNumber } from './number.ts';
import { numberWords } from './number-words.ts';
import { remembering } from './remembering.ts';
import { faulty, found, type Result } from './result.ts';
import { type Scale, scaleLetters, scaleWords } from './scales.ts';
import { shareOf } from './share.ts';
import { whysIn } from './whys.ts';

/** A number and what it counts. */
export interface Quantity {
  /** The quantity as written. */
  readonly text: string;
  /** The exact number, with the scale multiplied in: 0.6 billion is 600,000,000; 69% is 69. */
  readonly amount: Big;
  /** The scale it is written in; 1 where it is written in full. */
  readonly scale: Scale;
  /** True for a percentage. */
  readonly percent: boolean;
  /** What is counted, as written, with single spaces; an empty string where that is not said. */
  readonly unit: string;
}

/** What follows a number as a scale or a percent sign, with the spaces before it. */
const percentSign = byAlphabet(/^\s*(?:%|per\s?cent(?![a-z]))/i, () => /^\s*(?:%|per\s?cent(?![\p{L}\p{M}]))/iu);
const percentSignWelsh = byAlphabet(
  /^\s*(?:%|per\s?cent(?![a-z])|y\s?cant(?![a-z]))/i,
  () => /^\s*(?:%|per\s?cent(?![\p{L}\p{M}])|y\s?cant(?![\p{L}\p{M}]))/iu,
);
const nextWord = byAlphabet(
  /^(\s*)([A-Za-z]{1,12})(?![A-Za-z\d])/,
  () => /^(\s*)([\p{L}\p{M}]{1,12})(?![\p{L}\p{M}\d])/u,
);
const firstLetters = byAlphabet(/^[A-Za-z]{1,3}(?![A-Za-z])/, () => /^[\p{L}\p{M}]{1,3}(?![\p{L}\p{M}])/u);
const unitStart = byAlphabet(/^[A-Za-z(“‘'"°]/, () => /^[\p{L}\p{M}(“‘'"°]/u);

/** What may follow a number in words that is only a part of a number: “one in five”, “two thirds”, “ten to twelve”. */
const partOfNumber = /^\s+(?:in|out|of|or|to|and|o|i|neu|hal[fv]|third|quarter|fifth|tenth)/i;

/** What follows a number that is one of two: “3 to 4 days”, “600 (or 700)”, “80% or more”. */
const severalNumbers =
  /^(?:\(?\s*(?:to|or|and|i|neu|a|ac|hyd|hyd at)\s+[£€$]?\d|.*(?:^|[\s(])(?:or|neu)\s+(?:more|less|fewer|above|below|over|under|higher|lower|fwy|lai|uwch|is)\)?$)/i;

/** What follows a number that is a change of another: “10% fewer”, “5 points higher”, “10% reduction in homes”. */
const change =
  /^\(?(?:(?:percentage )?points? |o? ?b?p?wyntiau? (?:canran )?|b?p?wynt (?:canran )?)?(?:fewer|less|more|(?:yn )?(?:llai|fwy|mwy)|(?:(?:higher|lower|yn uwch|yn is)(?=\)?$| (?:than|na|nag) )|(?:reduction|increase|decrease|(?:o )?(?:gostyngiad|ostyngiad|cynnydd|gynnydd))(?=\)?$| (?:in|of|on|from|against|compared|yn|mewn|o|ar|ers) )))(?![\p{L}\p{M}-])/iu;

/** The most of a unit that is looked at for words that make its number inexact, in UTF-16 units. */
const LONGEST_UNIT = 120;

/** True for the letters of 1st, 2nd, 3rd, 10th. */
const isOrdinal = (letters: string): boolean => /^(?:st|nd|rd|th)$/i.test(letters);

/** The scale that stands at the start of what follows a number, and the offset behind it. */
function readScale(rest: string, language: KeyLanguage): { scale: Scale; end: number } {
  const match = nextWord(rest).exec(rest);
  const word = (match?.[2] ?? '').toLowerCase();
  const scale = scaleWords[language].get(word) ?? (match?.[1] === '' ? scaleLetters.get(word) : undefined);
  return match && scale ? { scale, end: match[0].length } : { scale: 1, end: 0 };
}

/**
 * Reads a quantity: `12,480 incidents`, `69%`, `0.6 billion`, `-4.5 points`, `£120 a household`. The minus sign may be
 * the keyboard's hyphen or U+2212. In a Welsh file the scale may be a Welsh word.
 */
export const readQuantity = remembering(anew);

function anew(text: string, language: KeyLanguage = 'en'): Result<Quantity> {
  const sign = /^[-+\u2212]?/.exec(text)?.[0] ?? '';
  const currency = /^[£€$]/.exec(text.slice(sign.length, sign.length + 1))?.[0] ?? '';
  const at = sign.length + currency.length;
  if (!/^[\d.]/.test(text.slice(at, at + 1))) return notANumber(text, language);
  const share = shareOf(text);
  if (share) return isShare(text, share, language);
  const number = readNumber(text, at, whysIn[language].quantity, language);
  if (number.fault) return number;
  let rest = text.slice(number.value.end);
  const { scale, end } = readScale(rest, language);
  rest = rest.slice(end);
  const percent = (language === 'cy' ? percentSignWelsh : percentSign)(rest).exec(rest)?.[0] ?? '';
  rest = rest.slice(percent.length);
  const unitFault = unitIsWrong(text, rest, language);
  if (unitFault) return unitFault;
  const inexact = isInexact(text, rest, language);
  if (inexact) return inexact;
  const positive = scale === 1 ? number.value.amount : number.value.amount.times(scale);
  const amount = sign === '' || sign === '+' ? positive : positive.neg();
  const unit = [currency, rest.trim().replace(/\s+/g, ' ')].filter(Boolean).join(' ');
  return found({ text, amount, scale, percent: percent !== '', unit });
}

/** The fault of a text that begins with no figure. */
function notANumber(text: string, language: KeyLanguage): Result<Quantity> {
  const whys = whysIn[language];
  const likely = lookAlike(text, whys.quantity, language);
  if (likely) return likely;
  const spaced = /^([-+\u2212])\s+(?=\d)/.exec(text);
  if (spaced)
    return faulty(whys.minusBeforeNumber, 0, spaced[0].length, {
      meant: spaced[1],
    });
  const word = /^[\p{L}\p{M}]{1,12}(?=\s|$)/u.exec(text)?.[0] ?? '';
  const isAlone = !partOfNumber.test(text.slice(word.length));
  const meant = isAlone ? numberWords.get(word.toLowerCase()) : undefined;
  const end = meant === undefined ? text.length : word.length;
  return faulty(meant === undefined ? whys.noQuantity(text) : whys.inFigures(meant, word), 0, end, { meant });
}

/** The fault of a text such as “1 in 5”, which is written as a percentage. */
function isShare(
  text: string,
  share: NonNullable<ReturnType<typeof shareOf>>,
  language: KeyLanguage,
): Result<Quantity> {
  const written = text.slice(0, share.end);
  const { percentage, isExact } = share;
  return faulty(whysIn[language].asPercentage(written, percentage), 0, share.end, {
    meant: isExact ? percentage : undefined,
  });
}

/** The fault of a number that others stand beside, or that is a change and not where something stands. */
function isInexact(text: string, rest: string, language: KeyLanguage): Result<Quantity> | undefined {
  const unit = rest.trim().replace(/\s+/g, ' ');
  if (unit === '' || unit.length > LONGEST_UNIT) return undefined;
  const whys = whysIn[language];
  if (severalNumbers.test(unit)) return faulty(whys.noQuantity(text), 0, text.length);
  return change.test(unit) ? faulty(whys.change(text), 0, text.length) : undefined;
}

/** The fault of what follows the number, if that is not what a number counts. */
function unitIsWrong(text: string, rest: string, language: KeyLanguage): Result<Quantity> | undefined {
  const whys = whysIn[language];
  const letters = firstLetters(rest).exec(rest)?.[0] ?? '';
  const unit = rest.trimStart();
  const isAttached = rest !== '' && unit.length === rest.length;
  const startsWell = unit === '' || (!isAttached && telephoneNumber.test(unit)) || unitStart(unit).test(unit);
  if (startsWell && !(isAttached && isOrdinal(letters)) && !(isAttached && /^[(“‘'"]/.test(unit))) return undefined;
  return lookAlike(text, whys.quantity, language) ?? faulty(whys.noQuantity(text), 0, text.length);
}
