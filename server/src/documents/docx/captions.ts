import { type ParagraphChild, SequentialIdentifier } from 'docx';
import { wordsFor } from '../../features/words.ts';
import { wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import { lineRuns, words } from './inlines.ts';
import type { Place, Scribe } from './scribe.ts';

/** What has captions, as the fields of Word that count them are called. */
type Captioned = 'Table' | 'Figure';

/** What stands before the number, by the language of the document. */
const names = {
  en: { Table: 'Table', Figure: 'Figure' },
  cy: { Table: 'Tabl', Figure: 'Ffigur' },
};

/** The words of a caption that has a number of its own. */
const numbered = /^(?:table|figure|fig\.|chart|tabl|ffigur|siart)\s*\d/i;

/** A caption: “Table 3: Spending”, with a number that Word counts; as it is where the plan numbers it itself. */
export function captionRuns(
  what: Captioned,
  caption: readonly Inline[],
  scribe: Scribe,
  place: Place,
): readonly ParagraphChild[] {
  const runs = lineRuns(caption, scribe, place);
  if (numbered.test(wordsOf(caption))) return runs;
  const { language } = scribe.options;
  const said = wordsFor(names, /^cy\b/i.test(language) ? 'cy' : 'en')[what];
  return [
    words(`${said} `, scribe, language),
    new SequentialIdentifier(`${what} \\* ARABIC`),
    ...(runs.length > 0 ? [words(': ', scribe, language), ...runs] : []),
  ];
}
