import type { Entry } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { readWords, type Wording } from '../consistency/passages.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { Fix, ItemRule, RuleContext } from '../rule.ts';
import { withoutSameTimes } from './clock-times.ts';
import { type Figure, figuresIn, figuresMissing, isPlain, withoutSaid } from './figures.ts';
import { languageName, languageNameCy, writeFiguresAlike } from './languages.ts';
import { hasNamedLine, wordingsOf } from './wordings.ts';

/** The words of an item have other figures in one language than in the other. */
export const figuresDiffer: ItemRule = {
  id: 'bilingual/figures-differ',
  severity: 'error',
  says: 'The figures of a text and of its translation are not the same.',
  why: 'A number is the same in every language, so one of the two is wrong, and readers of that language are told something else.',
  source: 'House rule; Welsh Language (Wales) Measure 2011: Welsh no less favourably than English',
  profile: 'wales',
  breaks: 'plan p: Plan\n\naction: Plant 12,480 trees by 2030\n  title cy: Plannu 12,408 o goed erbyn 2030\n',
  clean:
    'plan p: Plan\n\naction: Plant 12,480 trees by 2030, 60 per cent of them in our 3 towns\n  title cy: Plannu 12,480 o goed erbyn 2030, 60% ohonynt yn ein tair tref\n',
  kinds: 'all',
  reads: 'itself',
  item(item, context) {
    if (!hasNamedLine(item)) return;
    const { language } = context.facts(item.plan);
    const wordings = wordingsOf(item, language);
    for (const translation of wordings) {
      const { key, language: other } = translation;
      if (other === undefined || !writeFiguresAlike(language, other)) continue;
      const own = wordings.find((wording) => wording.key === key && wording.language === undefined);
      if (own?.entries.length !== translation.entries.length) continue;
      own.entries.forEach((entry, index) => {
        const translated = translation.entries[index];
        if (translated) compare(item, entry, translated, [language, other], context);
      });
    }
  },
};

/** Compares the figures of one entry with those of its translation. */
function compare(
  item: Item,
  own: Entry,
  translated: Entry,
  [language, other]: [string, string],
  context: RuleContext,
): void {
  const { placed } = item;
  const [text, translation] = [readWords(placed, own), readWords(placed, translated)];
  if (!text || !translation) return;
  const [figures, translatedFigures] = withoutSameTimes(
    [text.words, figuresIn(text.words)],
    [translation.words, figuresIn(translation.words)],
  );
  const missing = withoutSaid(figuresMissing(figures, translatedFigures), translation.words);
  const added = withoutSaid(figuresMissing(translatedFigures, figures), text.words);
  if (missing.length === 0 && added.length === 0) return;
  const [first] = added;
  const span = first
    ? { start: translation.start + first.start, end: translation.start + first.end }
    : { start: translated.at, end: Math.max(translated.keyEnd, translated.nameEnd) };
  const [name, otherName] = [languageName(language), languageName(other)];
  const differs =
    missing.length === 0
      ? `The ${otherName} has ${listed(added)}, which the ${name} has not.`
      : added.length === 0
        ? `The ${otherName} lacks ${listed(missing)}, which the ${name} has.`
        : `The ${otherName} says ${listed(added)} where the ${name} says ${listed(missing)}.`;
  context.report(placed, span, {
    item,
    message: `${differs} A number is the same in every language, so put right whichever is wrong.`,
    messageCy: () => differsCy([missing, added], [language, other]),
    related: [
      {
        placed,
        start: text.start,
        end: text.end,
        message: `The ${name}`,
        messageCy: () => `Y testun ${languageNameCy(language)}`,
      },
    ],
    fixes: fixesFor(
      item,
      { wording: text, missing, name: nameIn(item, language) },
      { wording: translation, missing: added, name: nameIn(item, other) },
    ),
  });
}

/** What is wrong, in Welsh: the figures that only the text has, and those that only its translation has. */
function differsCy(
  [missing, added]: readonly [readonly Figure[], readonly Figure[]],
  [language, other]: readonly [string, string],
): string {
  const [name, otherName] = [languageNameCy(language), languageNameCy(other)];
  const differs =
    missing.length === 0
      ? `Mae ${listed(added, 'a')} yn y testun ${otherName}, ond nid yn y testun ${name}.`
      : added.length === 0
        ? `Mae ${listed(missing, 'a')} yn y testun ${name}, ond nid yn y testun ${otherName}.`
        : `Mae’r testun ${otherName} yn dweud ${listed(added, 'a')} lle mae’r testun ${name} yn dweud ${listed(missing, 'a')}.`;
  return `${differs} Yr un yw rhif ym mhob iaith, felly cywirwch pa un bynnag sy’n anghywir.`;
}

/** The name of a language in the language of the file that an item stands in. */
const nameIn = ({ placed }: Item, code: string): string =>
  placed.file.tree.language === 'cy' ? languageNameCy(code) : languageName(code);

/** One side of a difference: its wording, the figures that only it has, and the name of its language. */
interface Side {
  readonly wording: Wording;
  readonly missing: readonly Figure[];
  readonly name: string;
}

/** Where one figure stands against one other: to take over either. */
function fixesFor({ placed }: Item, one: Side, other: Side): Fix[] {
  const [[figure, ...more], [otherFigure, ...otherMore]] = [one.missing, other.missing];
  if (!figure || !otherFigure || more.length > 0 || otherMore.length > 0) return [];
  if (!isPlain(figure) || !isPlain(otherFigure) || figure.value.endsWith('%') !== otherFigure.value.endsWith('%'))
    return [];
  const change = (side: Side, from: Figure, to: Figure): Fix => {
    const start = side.wording.start + from.start;
    const end = side.wording.start + from.end;
    const title = titlesFor(placed).changeIn(from.written, to.written, side.name);
    return replacing(title, placed, { start, end }, to.written);
  };
  return [change(other, otherFigure, figure), change(one, figure, otherFigure)];
}

/** How many figures a message names. */
const MOST_LISTED = 3;

function listed(figures: readonly Figure[], and = 'and'): string {
  const named = figures.slice(0, MOST_LISTED).map(({ shown }) => shown);
  return figures.length > MOST_LISTED ? `${named.join(', ')} …` : named.join(` ${and} `);
}
