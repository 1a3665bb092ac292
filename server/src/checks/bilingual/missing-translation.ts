import { fieldOn } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { readWords } from '../consistency/passages.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { keyCy, listedCy, namedCy } from '../welsh.ts';
import { languageName, languageNameCy } from './languages.ts';
import { type Wordings, wordingsOf } from './wordings.ts';

/** Words of an item are missing in a language that the plan is translated into. */
export const missingTranslation: ItemRule = {
  id: 'bilingual/missing-translation',
  severity: 'warning',
  finalSeverity: 'error',
  completeness: true,
  says: 'Words of an item are missing in a language that the plan says it is translated into.',
  why: 'Readers of that language would get less than the others.',
  source: 'Welsh Language (Wales) Measure 2011: Welsh no less favourably than English',
  profile: 'wales',
  breaks:
    'plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\npriority homes: Warm homes\n  title cy: Cartrefi cynnes\n  why: Cold homes make people ill.\n',
  clean:
    'plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\npriority homes: Warm homes\n  title cy: Cartrefi cynnes\n  why: Cold homes make people ill.\n  why cy: Mae cartrefi oer yn gwneud pobl yn sâl.\n',
  kinds: 'all',
  reads: 'itself',
  item(item, context) {
    const { language, translations } = context.facts(item.plan);
    if (translations.length === 0) return;
    const wordings = wordingsOf(item, language);
    const missing = translations
      .filter((code) => code !== language)
      .map((code) => ({ code, keys: missingIn(code, item, wordings) }))
      .filter(({ keys }) => keys.length > 0);
    const [first] = missing;
    if (!first) return;
    const lacks = missing.map(({ code, keys }) => `no ${languageName(code)} for its ${joined(keys)}`).join(', and ');
    const lines = first.keys.slice(0, 3).map((key) => `“${key} ${first.code}:”`);
    context.report(item.placed, headSpan(item), {
      item,
      message: `${named(item)} has ${lacks}, so readers of ${languageName(first.code)} would get less than others. Add ${joined(lines)}.`,
      messageCy: () => {
        const lacksCy = missing
          .map(({ code, keys }) => `${languageNameCy(code)}, ar gyfer ${listedCy(keys.map(keyCy))}`)
          .join('; ');
        const linesCy = first.keys.slice(0, 3).map((key) => `“${wordIn(key, 'cy')} ${first.code}:”`);
        return `Mae geiriau ar goll yn ${namedCy(item)} (${lacksCy}), felly byddai rhai darllenwyr yn cael llai nag eraill. Ychwanegwch ${listedCy(linesCy)}.`;
      },
    });
  },
};

/** The keys whose words in the plan’s own language are all or in part untranslated. */
const missingIn = (code: string, item: Item, wordings: readonly Wordings[]): string[] =>
  wordings
    .filter(({ key, language, entries }) => {
      if (language !== undefined || isTheSame(key, item) || !entries.some((entry) => hasWords(item, entry)))
        return false;
      const translated = wordings.find((other) => other.key === key && other.language === code);
      // What can stand once only is there once, whatever was written twice.
      const needed = fieldOn(item.key, key)?.repeats ? entries.length : 1;
      return (translated?.entries.length ?? 0) < needed;
    })
    .map(({ key }) => key);

/** An abbreviation in the glossary is looked up as it is; what it means is translated. */
const isTheSame = (key: string, item: Item): boolean => key === 'title' && item.key === 'term';

/** True for text with a word in it: `69%` and `£1.24m` need no translation. */
const hasWords = (item: Item, entry: Item['entry']): boolean =>
  /[\p{L}\p{M}]{3}/u.test(readWords(item.placed, entry)?.words ?? '');

const joined = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
