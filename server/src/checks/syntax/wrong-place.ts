import { type Definition, type Entry, type KeyLanguage, kindOf, meaningAnywhere } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import type { Fix, ProblemRule } from '../rule.ts';
import { keyCy, kindsCy, oneCy, theCy } from '../welsh.ts';
import { depthOf, entryUpTo, movingLines, movingRun, nextLine, runFrom, those, wordsAt } from './lines.ts';
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
    if (!definition)
      return {
        message: `‘${found}’ cannot stand here. Move it to the item that it is about.`,
        messageCy: () => `Ni all ‘${found}’ sefyll yma. Symudwch ef i’r eitem y mae’n ymwneud â hi.`,
      };
    if (definition.item && definition.root)
      return {
        message: `‘${found}’ says what a whole file is, so it cannot stand inside something else. Give it a file of its own, where it is the first line.`,
        messageCy: () =>
          `Mae ‘${found}’ yn dweud beth yw ffeil gyfan, felly ni all sefyll y tu mewn i rywbeth arall. Rhowch ffeil ar wahân iddo, lle bydd ar y llinell gyntaf.`,
      };
    const { language } = placed.file.tree;
    const places = placesInWords(definition, language);
    const entry = entryUpTo(placed.block, problem.start);
    const margin = place.startsWith('library') ? 'library' : 'plan';
    if (kindOf(place)?.root && placesOfWord(definition).asItem.includes(margin))
      return {
        message: `‘${found}’ is an item of its own and no field of the ${place}, so it begins at the left margin.`,
        messageCy: () =>
          `Eitem ar wahân yw ‘${found}’, nid maes sy’n perthyn i’r llinell ${keyCy(place)}, felly wrth yr ymyl chwith y mae’n dechrau.`,
        fixes: those(entry && toTheMargin(placed, entry, margin)),
      };
    if (!place.endsWith('-content'))
      return {
        message: `‘${found}’ cannot stand in ${oneOfKind(place)}. It can stand ${places}: move it there.`,
        messageCy: () =>
          `Ni all ‘${found}’ sefyll yn ${keyCy(place)}. Gall sefyll ${placesCy(definition)}: symudwch ef yno.`,
      };
    if (!entry || entry.indent > 0)
      return {
        message: `‘${found}’ is indented, but no line above can hold it, so it belongs to nothing. It can stand ${places}.`,
        messageCy: () =>
          `Mae ‘${found}’ wedi’i fewnoli, ond nid oes llinell uwchben a all ei gynnwys, felly nid yw’n perthyn i ddim. Gall sefyll ${placesCy(definition)}.`,
      };
    return {
      message: atTheMargin(found, definition, margin, language),
      messageCy: () => atTheMarginCy(found, definition, margin),
      fixes: () => (mayHold(placed, definition) ? those(indenting(placed, entry)) : []),
    };
  },
};

/** What is wrong with a word at the left margin of a plan or a library. */
function atTheMargin(found: string, definition: Definition, margin: string, language: KeyLanguage): string {
  const { asItem, asField } = placesOfWord(definition);
  const isAnywhere = asField.length > MANY_KINDS;
  if (definition.item || (!isAnywhere && !asField.includes(margin)))
    return `‘${found}’ cannot stand at the left margin of a ${margin}. It can stand ${placesInWords(definition, language)}: indent it there.`;
  if (isAnywhere) return `At the left margin ‘${found}’ belongs to nothing. Indent it below the item that it is about.`;
  const others = [...asItem, ...asField].filter((key) => !roots.includes(key));
  const orBelow = others.length > 0 ? `; or below ${oneOf(others.map(oneOfKind))}, where it is about one` : '';
  return `‘${found}’ says something about the whole ${margin}, so it goes below the “${wordIn(margin, language)}” line, indented${orBelow}.`;
}

/** The same in Welsh. */
function atTheMarginCy(found: string, definition: Definition, margin: string): string {
  const { asItem, asField } = placesOfWord(definition);
  const isAnywhere = asField.length > MANY_KINDS;
  if (definition.item || (!isAnywhere && !asField.includes(margin)))
    return `Ni all ‘${found}’ sefyll wrth ymyl chwith ${oneCy(margin)}. Gall sefyll ${placesCy(definition)}: mewnolwch ef yno.`;
  if (isAnywhere)
    return `Wrth yr ymyl chwith nid yw ‘${found}’ yn perthyn i ddim. Mewnolwch ef o dan yr eitem y mae’n ymwneud â hi.`;
  const others = [...asItem, ...asField].filter((key) => !roots.includes(key));
  const orBelow = others.length > 0 ? `; neu o dan ${kindsCy(others)}, os am hynny y mae’n sôn` : '';
  return `Mae ‘${found}’ yn dweud rhywbeth am ${theCy(margin)} i gyd, felly o dan y llinell ${keyCy(margin)} y mae’n mynd, wedi’i fewnoli${orBelow}.`;
}

/** True where the item above, at the left margin, can hold a line: it would belong there if it were indented. */
function mayHold({ file, index }: PlacedBlock, definition: Definition): boolean {
  let above = index - 1;
  while (above > 0 && file.blocks[above]?.block.entries.length === 0) above--;
  const holder = file.blocks[above]?.block.entries.at(-1)?.definition;
  if (!holder?.item) return false;
  return (definition.item ? definition.in : definition.on).includes(holder.key);
}

const keyShape = /^([\p{L}\p{M}\p{N}-]+)(?:[^\S\r\n]+[^\s:]+)?[^\S\r\n]*:/u;
const LONGEST_KEY = 100;

/**
 * A mend that indents what stands at the left margin. What stands below it goes with it, unless that is deep enough as it
 * is, or is a line of its own below a field: then only this line has lost its indentation.
 */
function indenting(placed: PlacedBlock, entry: Entry): Fix | undefined {
  const title = titlesFor(placed).indentBelow;
  const next = nextLine(placed, entry.line);
  if (next !== undefined) {
    const at = wordsAt(placed, next);
    const word = keyShape.exec(placed.block.text.slice(at, at + LONGEST_KEY))?.[1] ?? '';
    const isEntry = meaningAnywhere(word, placed.file.tree.language) !== undefined;
    if ((depthOf(placed, next) ?? 0) > 2 || (isEntry && entry.definition?.item === false))
      return movingLines(title, placed, entry.line, entry.line, 2);
  }
  return movingRun(title, placed, { first: entry, last: entry }, 2);
}

/** A mend that begins an item, and all that stand below it, at the left margin; none where other lines would go with them. */
function toTheMargin(placed: PlacedBlock, entry: Entry, margin: string): Fix | undefined {
  const run = runFrom(placed.block, entry);
  const siblings = entry.parent?.children ?? [];
  const canStandThere = siblings
    .slice(siblings.indexOf(entry))
    .every(({ definition }) => definition?.item && definition.in.includes(margin));
  if (!canStandThere || run.last !== siblings.at(-1)) return undefined;
  return movingRun(titlesFor(placed).toTheMargin, placed, run, 0);
}

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

/** The same in Welsh: “wrth ymyl chwith cynllun, neu yn “blaenoriaeth” neu “gweithred””. */
function placesCy(definition: Definition): string {
  const { asItem, asField } = placesOfWord(definition);
  if (asField.length > MANY_KINDS) return 'mewn unrhyw eitem';
  const margins = asField.includes('plan-content') ? ['plan'] : asItem.filter((key) => roots.includes(key));
  const heads = asField.filter((key) => roots.includes(key));
  const inside = [...new Set([...asItem, ...asField])].filter((key) => !roots.includes(key) && key !== 'plan-content');
  return [
    margins.length > 0 ? `wrth ymyl chwith ffeil sy’n dechrau â ${kindsCy(margins)}` : '',
    heads.length > 0 ? `o dan y llinell ${kindsCy(heads)}` : '',
    inside.length > 0 ? `yn ${kindsCy(inside)}` : '',
  ]
    .filter(Boolean)
    .join(', neu ');
}
