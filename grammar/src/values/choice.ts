import { type KeyLanguage, nearest } from '../vocabulary/index.ts';
import { faulty, found, type Result } from './result.ts';
import { whysIn } from './whys.ts';

/** A text as choices are compared: composed letters, small, with single spaces. */
const normal = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

/**
 * Reads one word of a short list. Capital letters make no difference. The value is the English word, also for a word
 * of the Welsh list, which a Welsh file may use besides the English one. `choicesCy` is in the order of `choices`.
 */
export function readChoice(
  text: string,
  choices: readonly string[],
  choicesCy: readonly string[] = [],
  language: KeyLanguage = 'en',
): Result<string> {
  const written = normal(text);
  const english = choices.find((choice) => normal(choice) === written);
  if (english !== undefined) return found(english);
  const fromWelsh = choices[choicesCy.findIndex((choice) => normal(choice) === written)];
  if (fromWelsh !== undefined && language === 'cy') return found(fromWelsh);
  const offered = language === 'cy' && choicesCy.length > 0 ? choicesCy : choices;
  const meant = fromWelsh ?? nearest(written, offered) ?? nearest(written, choices);
  const why = whysIn[language].choice(text, offered, meant ?? offered[0] ?? '');
  return faulty(why, 0, text.length, { meant });
}
