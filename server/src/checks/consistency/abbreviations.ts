import { once } from '../once.ts';
import { signsOf } from '../signs.ts';
import { knownAbbreviations } from './known-abbreviations.ts';

/** An abbreviation in a text. Offsets are those of the text that was read. */
export interface Abbreviation {
  /** As compared. */
  readonly key: string;
  /** As written, without the s of a possessive. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** True where its full words stand before or behind it in brackets. */
  readonly isExplained: boolean;
}

/** Two to eight capitals, perhaps with figures, & or single small letters between: ANPR, PCSOs, MoJ, A&E, FATAL4; or one and three figures: O365. */
const shape = once(
  () =>
    /(?<![\p{L}\p{M}\p{N}&@#_.+-])(?:(?:\p{Lu}(?:\p{Ll}(?=[\p{Lu}])|&(?=\p{Lu}))?){1,7}\p{Lu}\d{0,2}|[E-LN-Z]\d{3})(?:s|['’]s)?(?![\p{L}\p{M}\p{N}&@_]|[-./]\d)/gu,
);

const plural = /(?:s|['’]s)$/u;
/** Roman numerals up to 39, and the first halves of postcodes and the numbers of roads: CF31, A470. */
const notShort = /^(?:X{0,3}(?:IX|IV|V?I{0,3})|\p{Lu}{1,2}\d{1,4}\p{Lu}?)$/u;
/** A letter that no road begins with, and three figures: O365, S106. */
const letterAndFigures = /^[E-LN-Z]\d{3}$/;
/** The second half of a postcode behind the first: “CF31 3SU”. */
const postcodeEnd = /^ ?\d\p{Lu}{2}(?![\p{L}\p{N}])/u;

/** The brackets around nothing but the abbreviation, behind the words that it stands for: “Regional Organised Crime Unit (ROCU)”. */
const opening =
  /[\p{L}\p{N}\p{Cc}'’”"*_][^\S\r\n]*(?:\r?\n)?[^\S\r\n]*\(\s*(?:(?:the|or|known as|y|yr|neu)\s+)?["“‘'*_]*$/iu;
const closing = /^["”’'*_]*s?\s*[),;]/u;
/** The full words in brackets behind it: “ANPR (automatic number plate recognition)”. */
const fullWords = /^["”’'*_]*\s*\(\s*(?:(?:the|an?|y|yr)\s+)?(\p{L})[\p{L}\p{M}'’-]*[\s-]+[\p{L}&]/iu;

/** What stands before the initials of a person: “Cllr. AB Smith”. */
const beforeInitials = /(?<!\p{L})(?:mr|mrs|ms|dr|prof|cllr|councillor|cynghorydd|y\s?cyng|sir|lord|lady|rev)\.?\s$/iu;

/** The abbreviation as compared: in capitals and without the s of the plural, so that PCSO explains PCSOs. */
export const abbreviationKey = (written: string): string => written.replace(plural, '').toUpperCase();

/** True for an abbreviation that most readers may not know. */
function needsExplaining(written: string): boolean {
  const key = written.replace(plural, '');
  if (knownAbbreviations.has(written) || knownAbbreviations.has(key)) return false;
  return letterAndFigures.test(key) || !notShort.test(key);
}

/** The abbreviations in a text that most readers may not know, in the order of the text. Lines in capitals have none. */
export function abbreviationsIn(text: string, { mayAbbreviate } = signsOf(text)): readonly Abbreviation[] {
  if (!mayAbbreviate) return none;
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(shape())) {
    const written = match[0].replace(/['’]s$/u, '');
    const start = match.index;
    const end = start + written.length;
    if (!needsExplaining(written) || postcodeEnd.test(text.slice(end, end + 6)) || isInCapitals(text, start, end))
      continue;
    if (beforeInitials.test(text.slice(Math.max(0, start - 14), start))) continue;
    const first = fullWords.exec(text.slice(end, end + 80))?.[1];
    const isExplained =
      (closing.test(text.slice(end, end + 8)) && opening.test(text.slice(Math.max(0, start - 24), start))) ||
      first?.toLowerCase() === written.charAt(0).toLowerCase();
    found.push({ key: abbreviationKey(written), written, start, end, isExplained });
  }
  return found;
}

const none: readonly Abbreviation[] = [];

/** How far an abbreviation’s line is looked at on each side. */
const NEARBY = 60;

/** True where all else on its line is in capitals too, or there is nothing else: the words of a heading that shouts. */
function isInCapitals(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - NEARBY), start)
    .split(/[\r\n]/)
    .at(-1) as string;
  const after = text.slice(end, end + NEARBY).split(/[\r\n]/)[0] as string;
  return !/\p{Ll}/u.test(before + after);
}
