import type { KeyLanguage } from '../vocabulary/index.ts';
import { faulty, found, type Result } from './result.ts';
import { whysIn } from './whys.ts';

/** A language in a list, with the UTF-16 offsets at which its code stands. */
export interface PlacedLanguage {
  /** The code in its usual form: `cy`, `en-GB`. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Codes of the languages that plans are written or spoken in, by their names in English and their own. */
const codesByName: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['saesneg', 'en'],
  ['welsh', 'cy'],
  ['cymraeg', 'cy'],
  ['gymraeg', 'cy'],
  ['scottish gaelic', 'gd'],
  ['gaelic', 'gd'],
  ['irish', 'ga'],
  ['gaeilge', 'ga'],
  ['scots', 'sco'],
  ['cornish', 'kw'],
  ['polish', 'pl'],
  ['polski', 'pl'],
  ['romanian', 'ro'],
  ['punjabi', 'pa'],
  ['panjabi', 'pa'],
  ['urdu', 'ur'],
  ['bengali', 'bn'],
  ['gujarati', 'gu'],
  ['arabic', 'ar'],
  ['portuguese', 'pt'],
  ['spanish', 'es'],
  ['french', 'fr'],
  ['german', 'de'],
  ['italian', 'it'],
  ['lithuanian', 'lt'],
  ['ukrainian', 'uk'],
  ['somali', 'so'],
  ['chinese', 'zh'],
  ['british sign language', 'bfi'],
  ['bsl', 'bfi'],
  ['gb', 'en-GB'],
]);

/** No code is longer than this, in UTF-16 units. */
const LONGEST_CODE = 35;

/** The usual form of a code of BCP 47; undefined for other text. No language has a code of more than three letters. */
function canonical(text: string): string | undefined {
  if (text.length > LONGEST_CODE || !/^[a-z]{2,3}(?:-|$)/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** Reads the code of a language, as BCP 47 has them: `en`, `cy`, `en-GB`. Gives the code in its usual form. */
export function readLanguage(text: string, language: KeyLanguage = 'en'): Result<string> {
  const named = text.length > LONGEST_CODE ? undefined : codesByName.get(text.toLowerCase().replace(/\s+/g, ' '));
  const code = named === undefined ? canonical(text) : undefined;
  if (code !== undefined) return found(code);
  const meant = named ?? canonical(text.replaceAll('_', '-'));
  return faulty(whysIn[language].noLanguage(text, meant), 0, text.length, { meant });
}

/** Reads the codes of several languages with commas between: `en, cy`. Gives them in the order of the text. */
export function readLanguages(text: string, language: KeyLanguage = 'en'): Result<readonly PlacedLanguage[]> {
  const languages: PlacedLanguage[] = [];
  let at = 0;
  for (const piece of text.split(',')) {
    const written = piece.trim();
    const start = at + (piece.length - piece.trimStart().length);
    const end = start + written.length;
    if (written === '') return faulty(whysIn[language].oneLanguage, 0, text.length, { meant: joined(text) });
    const code = readLanguage(written, language);
    if (code.fault) {
      const meant = code.fault.meant ?? joined(written);
      const why = meant?.includes(',') ? whysIn[language].languages(meant) : code.fault.why;
      return faulty(why, start, end, { meant });
    }
    languages.push({ code: code.value, start, end });
    at += piece.length + 1;
  }
  return found(languages);
}

/** The longest list, in UTF-16 units, for which a right form is offered. */
const LONGEST_LIST = 200;

/** A list with commas in place of the marks and words that join it: `en; cy`, `English and Welsh`. */
function joined(text: string): string | undefined {
  if (text.length > LONGEST_LIST) return undefined;
  const codes = text
    .split(/[,;/&+]|\s(?:and|a|ac)\s|\s/i)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => readLanguage(piece.trim()))
    .map((result) => result.value ?? result.fault.meant);
  return codes.length > 0 && codes.every((code) => code !== undefined) ? codes.join(', ') : undefined;
}
