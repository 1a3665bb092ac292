import { contextOf } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';
import type { Fix, ProblemRule } from '../rule.ts';
import { asComment, asText } from './as-text.ts';
import { strayUpTo, those } from './lines.ts';
import { wordIn } from './words.ts';

/** What version control writes around the lines of two versions that it could not join. */
const mergeMark = /^(?:<{7}|={7}|>{7})(?:\s|$)/;
const firstWord = /^[\p{L}\p{M}\p{N}-]+/u;

/** A line begins with no key. */
export const noKey: ProblemRule = {
  id: 'syntax/no-key',
  severity: 'error',
  says: 'A line does not say what it is.',
  why: 'Words that belong to nothing are left out of the document.',
  source: 'Language reference, “When the text is wrong”',
  breaks: 'plan p: Housing Plan\n\nsection about-us: About us\n  We look after 4,000 council homes.\n',
  clean: 'plan p: Housing Plan\n\nsection about-us: About us\n  text:\n    We look after 4,000 council homes.\n',
  problem: 'no-key',
  describe(problem, { placed }) {
    const { found, start, place = 'plan-content' } = problem;
    const { block, file } = placed;
    const word = firstWord.exec(found)?.[0] ?? '';
    const text = wordIn('text', file.tree.language);
    if (mergeMark.test(found))
      return {
        message:
          'This line was left behind when two versions of the file were joined. Decide which of the lines between these marks stay, and delete the marks.',
        messageCy: () =>
          'Cafodd y llinell hon ei gadael ar ôl pan gyfunwyd dwy fersiwn o’r ffeil. Penderfynwch pa rai o’r llinellau rhwng y marciau hyn sy’n aros, a dilëwch y marciau.',
        fixes: [deletingLines(titlesFor(placed).deleteMark, placed, problem)],
      };
    const stray = strayUpTo(block, start);
    if (stray?.at !== start)
      return {
        message:
          'This line does not say what it is, though the lines below belong to it. Begin it with a word and a colon: “priority: …”, “action: …”, “section: …”.',
        messageCy: () =>
          'Nid yw’r llinell hon yn dweud beth yw hi, er bod y llinellau oddi tani yn perthyn iddi. Dechreuwch hi â gair a cholon: “blaenoriaeth: …”, “gweithred: …”, “adran: …”.',
      };
    const isKnown = contextOf(place, file.tree.language).words.has(word);
    const fixes = those(
      isKnown ? addingColon(placed, start + word.length, word) : undefined,
      asText(placed, { start, end: stray.end }),
      asComment(placed, { start, end: stray.end }),
    );
    if (isKnown)
      return {
        message: `There is no colon after ‘${word}’, so this line says nothing and would be left out. Write “${word}: …”; or, if it is text, put it under “${text}:”.`,
        messageCy: () =>
          `Nid oes colon ar ôl ‘${word}’, felly nid yw’r llinell hon yn dweud dim a byddai’n cael ei gadael allan. Ysgrifennwch “${word}: …”; neu, os testun yw hi, rhowch hi o dan “${text}:”.`,
        fixes,
      };
    if (place.endsWith('-content'))
      return {
        message: `This line does not say what it is, so it would be left out. If it is text, put it under “${text}:” in a section or in the item that it is about; if it is a note, begin it with “#”.`,
        messageCy: () =>
          `Nid yw’r llinell hon yn dweud beth yw hi, felly byddai’n cael ei gadael allan. Os testun yw hi, rhowch hi o dan “${text}:” mewn adran neu yn yr eitem y mae’n sôn amdani; os nodyn yw hi, dechreuwch hi â “#”.`,
        fixes,
      };
    return {
      message: `This line does not say what it is, so it would be left out. Is this text? Put it under “${text}:”.`,
      messageCy: () =>
        `Nid yw’r llinell hon yn dweud beth yw hi, felly byddai’n cael ei gadael allan. Ai testun yw hyn? Rhowch ef o dan “${text}:”.`,
      fixes,
    };
  },
};

function addingColon(placed: PlacedBlock, at: number, word: string): Fix {
  return { title: titlesFor(placed).addColon(word), edits: [{ placed, start: at, end: at, text: ':' }] };
}
