import { type Definition, type Entry, type KeyLanguage, kindOf } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import type { Fix, ProblemRule } from '../rule.ts';
import { entryUpTo, movingRun, runFrom, those } from './lines.ts';
import { oneOf, oneOfKind, placesOfWord, wordIn } from './words.ts';

/** A field that this many kinds carry is one that any item can have. */
const MANY_KINDS = 20;

/** A known word stands where it cannot. */
export const wrongPlace: ProblemRule = {
  id: 'syntax/wrong-place',
  severity: 'error',
  says: 'A line stands where it cannot stand.',
  why: 'What a line means depends on what it stands in; in the wrong place it is left out or belongs to the wrong thing.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Leisure Plan\nperiod: 2026 to 2030\n',
  clean: 'plan p: Leisure Plan\n  period: 2026 to 2030\n',
  problem: 'wrong-place',
  describe(problem, { placed }) {
    const { found, definition, place = 'plan-content' } = problem;
    if (!definition) return { message: `‘${found}’ cannot stand here. Move it to the item that it is about.` };
    if (definition.item && definition.root)
      return {
        message: `‘${found}’ says what a whole file is, so it cannot stand inside something else. Give it a file of its own, where it is the first line.`,
      };
    const { language } = placed.file.tree;
    const places = placesInWords(definition, language);
    const entry = entryUpTo(placed.block, problem.start);
    const margin =
      kindOf(place)?.root && placesOfWord(definition).asItem.includes(place === 'library' ? place : 'plan');
    if (margin)
      return {
        message: `‘${found}’ is an item of its own and no field of the ${place}, so it begins at the left margin.`,
        fixes: those(entry && toTheMargin(placed, entry)),
      };
    if (!place.endsWith('-content'))
      return { message: `‘${found}’ cannot stand in ${oneOfKind(place)}. It can stand ${places}: move it there.` };
    if (entry && entry.indent > 0)
      return {
        message: `The line at the left margin above cannot hold ‘${found}’, so it belongs to nothing. Mend that line first; ‘${found}’ can stand ${places}.`,
      };
    const indenting =
      entry && movingRun('Indent it below the item above', placed, { first: entry, last: entry, above: undefined }, 2);
    const head = place === 'plan-content' ? 'plan' : 'library';
    const { asItem, asField } = placesOfWord(definition);
    const others = [...asItem, ...asField].filter((key) => key !== 'plan' && key !== 'library');
    const orBelow = others.length > 0 ? `; or below ${oneOf(others.map(oneOfKind))}, where it is about one` : '';
    const message =
      definition.item || (asField.length <= MANY_KINDS && !asField.includes(head))
        ? `‘${found}’ cannot stand at the left margin of a ${head}. It can stand ${places}: indent it there.`
        : asField.length > MANY_KINDS
          ? `At the left margin ‘${found}’ belongs to nothing. Indent it below the item that it is about.`
          : `‘${found}’ says something about the whole ${head}, so it goes below the “${wordIn(head, language)}” line, indented${orBelow}.`;
    return { message, fixes: those(indenting) };
  },
};

/** A mend that begins an item, and all that stand below it, at the left margin; none where other lines would go with them. */
function toTheMargin(placed: PlacedBlock, entry: Entry): Fix | undefined {
  const run = runFrom(placed.block, entry);
  const siblings = entry.parent?.children ?? [];
  const isAlone = run.last === siblings.at(-1) && siblings.slice(siblings.indexOf(entry)).every(isItem);
  return isAlone ? movingRun('Begin it at the left margin', placed, run, 0) : undefined;
}

const isItem = ({ definition }: Entry): boolean => definition?.item === true;

const roots = ['plan', 'library'];

/** Where a word can stand: “at the left margin of a plan, or in a priority or an action”. */
function placesInWords(definition: Definition, language: KeyLanguage): string {
  const { asItem, asField } = placesOfWord(definition);
  if (asField.length > MANY_KINDS) return 'in any item';
  const margins = asField.includes('plan-content') ? ['plan'] : asItem.filter((key) => roots.includes(key));
  const heads = asField.filter((key) => roots.includes(key)).map((key) => `“${wordIn(key, language)}”`);
  const inside = [...new Set([...asItem, ...asField])].filter((key) => !roots.includes(key) && key !== 'plan-content');
  return [
    margins.length > 0 ? `at the left margin of ${oneOf(margins.map(oneOfKind))}` : '',
    heads.length > 0 ? `below the ${oneOf(heads)} line` : '',
    inside.length > 0 ? `in ${oneOf(inside.map(oneOfKind))}` : '',
  ]
    .filter(Boolean)
    .join(', or ');
}
