import { contextOf, type Definition, type KeyLanguage, meaningAnywhere, wordFor } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { lineEndOf, replacing } from '../fixes.ts';
import type { Fix, ProblemRule } from '../rule.ts';
import { eitherCy, keyCy } from '../welsh.ts';
import { asComment, asText } from './as-text.ts';
import { entryUpTo, those } from './lines.ts';
import { oneOf, wordIn } from './words.ts';

/** How many of the words that may stand a message names. */
const MOST_WORDS = 10;
const LONGEST_BULLET = 60;
/** A dash, as before a point of a list, and the word behind it. */
const bulletShape = /^-+[^\S\r\n]+([\p{L}\p{M}-]+)(?=[\s:])/u;

/** A line begins with a word that is not in the vocabulary. */
export const unknownKey: ProblemRule = {
  id: 'syntax/unknown-key',
  severity: 'error',
  says: 'A line begins with a word that a plan does not know.',
  why: 'Only lines that begin with a known word can be checked, linked and printed at the right place.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Safety Plan\n\noutcom safe: Communities are safe\n',
  clean: 'plan p: Safety Plan\n\noutcome safe: Communities are safe\n',
  problem: 'unknown-key',
  describe(problem, { placed }) {
    const { found, meant, start, place = 'plan-content' } = problem;
    const { block, file } = placed;
    const { language } = file.tree;
    const welsh = language === 'en' ? welshFor(found, meant) : undefined;
    if (welsh !== undefined)
      return {
        message: `‘${found}’ is Welsh for ‘${welsh}’, and the lines of this file begin with English words. To write them in Welsh, begin the file with “# language: cy”.`,
        messageCy: () =>
          `Gair Cymraeg am ‘${welsh}’ yw ‘${found}’, ac â geiriau Saesneg y mae llinellau’r ffeil hon yn dechrau. I’w hysgrifennu yn Gymraeg, dechreuwch y ffeil â “# language: cy”.`,
        fixes: [inWelsh(placed), replacing(titlesFor(placed).changeTo(`‘${welsh}’`), placed, problem, welsh)],
      };
    const { words } = contextOf(place, language);
    const bullet = bulletShape.exec(block.text.slice(start, start + LONGEST_BULLET));
    if (bullet && words.has(bullet[1] as string))
      return {
        message: `A line begins with what it is, and needs no dash before it: “${bullet[1]}: …”.`,
        messageCy: () =>
          `Mae llinell yn dechrau â’r hyn yw hi, ac nid oes angen llinell doriad o’i blaen: “${bullet[1]}: …”.`,
        fixes: [
          replacing(
            titlesFor(placed).deleteDash,
            placed,
            { start, end: start + bullet[0].length },
            bullet[1] as string,
          ),
        ],
      };
    if (meant !== undefined)
      return {
        message: `‘${found}’ is not a word that can begin a line here. Did you mean ‘${meant}’?`,
        messageCy: () => `Nid yw ‘${found}’ yn air sy’n gallu dechrau llinell yma. Ai ‘${meant}’ oedd dan sylw?`,
        fixes: [replacing(titlesFor(placed).changeTo(`‘${meant}’`), placed, problem, meant)],
      };
    const entry = entryUpTo(block, start);
    const lines = entry?.at === start && entry.children.length === 0 ? { start, end: entry.end } : undefined;
    return {
      message: `‘${found}’ is not a word that can begin a line here. Is this text? Then put it under “${wordIn('text', language)}:”. A line can begin with ${inWords(words.values(), language)}.`,
      messageCy: () =>
        `Nid yw ‘${found}’ yn air sy’n gallu dechrau llinell yma. Ai testun yw hyn? Os felly, rhowch ef o dan ${keyCy('text')}. Gall llinell ddechrau ag un o’r geiriau hyn: ${inWords(words.values(), 'cy')}.`,
      fixes: those(lines && (asText(placed, lines) ?? asComment(placed, lines))),
    };
  },
};

/** The English word for a Welsh one; undefined for other words. */
function welshFor(found: string, meant: string | undefined): string | undefined {
  const word = found.toLowerCase();
  const welsh = meaningAnywhere(word, 'en') ? undefined : meaningAnywhere(word, 'cy');
  return welsh && (meant ?? welsh.key);
}

/** A mend that lets the words of a file be Welsh. It looks for the beginning of the file when it is asked for. */
const inWelsh = (here: PlacedBlock): Fix => ({
  title: titlesFor(here).beginFile('# language: cy'),
  get edits() {
    const { file } = here;
    const [placed] = file.blocks;
    if (!placed) return [];
    const start = placed.block.text.startsWith('\uFEFF') ? 1 : 0;
    return [{ placed, start, end: start, text: `# language: cy${lineEndOf(file.tree.text)}` }];
  },
});

/** Some words of a place, for a message. */
function inWords(definitions: Iterable<Definition>, language: KeyLanguage): string {
  const words = [...new Set(definitions)]
    .filter((one) => !(one.item && one.root))
    .map((one) => `‘${wordFor(one, language)}’`);
  return words.length > MOST_WORDS
    ? `${words.slice(0, MOST_WORDS).join(', ')} ${language === 'cy' ? 'ac eraill' : 'and others'}`
    : language === 'cy'
      ? eitherCy(words)
      : oneOf(words);
}
