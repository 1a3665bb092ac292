import { wordsFor } from '../../features/words.ts';
import type { Item } from '../../model/item.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { ItemNames } from '../item-names.ts';
import { KeptBlocks } from '../kept-blocks.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline } from '../tree.ts';
import type { Block, Control, Page, View, ViewOptions } from '../view.ts';
import { counts, type Matrix, matrixOf } from './cells.ts';
import { type Side, sidesOf } from './columns.ts';
import { isTooLarge, sparseTable } from './sparse.ts';
import { groupTable, hasOwn, type MatrixAsking, totalsTable, type WrittenRows } from './tables.ts';
import { type MatrixWords, matrixWords, signs, stillWords } from './words.ts';

/** Under what the chosen columns come back. */
const COLUMNS = 'columns';

const block = (key: string, role: string, flow: readonly Flow[], item?: string): Block => ({
  key,
  role,
  depth: 0,
  ...(item === undefined ? {} : { item }),
  flow,
});

/**
 * The priorities of a plan, in their themes, against its outcomes, its questions or what a framework asks. Each theme is a block of its
 * own. Every cell is a link that can be made or broken, unless it comes from elsewhere.
 */
export function matrixView(): View {
  const kept = new KeptBlocks();
  let before: WrittenRows = new Map();
  return {
    page({ model }, file, options) {
      const written: WrittenRows = new Map();
      const page = pageOf(new ItemNames(model, options.language), file, options, before, written);
      before = written;
      return { ...page, blocks: kept.keep(page.blocks) };
    },
  };
}

function pageOf(
  names: ItemNames,
  { plan }: PlanFile,
  { language, chosen, isStill = false }: ViewOptions,
  before: WrittenRows,
  written: WrittenRows,
): Page {
  const all: MatrixWords = wordsFor(matrixWords, language);
  const words = isStill ? stillWords(all) : all;
  const empty = (why: string, controls: readonly Control[] = []): Page => ({
    title: words.page,
    blocks: [block('_about', 'about', [heading(words.page), note(why)])],
    controls,
  });
  if (!plan) return empty(words.noPlan);
  const items = [...names.model.items(plan)];
  const sides = sidesOf(names.model, plan, items);
  const side = sides.find((one) => choiceOf(one, names) === chosen[COLUMNS]) ?? sides[0];
  if (!side) return empty(words.noColumns);
  const controls = [controlOf(sides, side, names, words)];
  const priorities = items.filter(({ key }) => key === 'priority');
  if (isTooLarge(priorities, side)) return sparsePage(priorities, side, names, words, controls);
  const matrix = matrixOf(names.model, items, side);
  if (matrix.rows.length === 0) return empty(words.noPriorities, controls);
  const columns = JSON.stringify([
    language,
    isStill,
    hasOwn(matrix),
    ...side.columns.map((one) => [names.ref(one), names.call(one)]),
  ]);
  const asking = { matrix, names, words, columns, before, written };
  return { title: words.page, blocks: [aboutBlock(asking), ...tableBlocks(asking)], controls };
}

/** What stands in the place of a matrix that is too large. */
function sparsePage(
  priorities: readonly Item[],
  side: Side,
  names: ItemNames,
  words: MatrixWords,
  controls: readonly Control[],
): Page {
  const [rows = '', columns = ''] = [priorities, side.columns].map(({ length }) => length.toLocaleString('en-GB'));
  const about = [heading(titleOf(side, names, words)), note(words.tooLarge(rows, columns))];
  const table = block('_linked', 'matrix-group', [sparseTable({ names, words }, priorities, side)]);
  return { title: words.page, blocks: [block('_about', 'about', about), table], controls };
}

/** What a choice of columns comes back as. */
const choiceOf = ({ what, framework }: Side, names: ItemNames): string => (framework ? names.ref(framework) : what);

function controlOf(sides: readonly Side[], side: Side, names: ItemNames, words: MatrixWords): Control {
  const choices = sides.map((one) => ({ value: choiceOf(one, names), label: labelOf(one, names, words) }));
  return { name: COLUMNS, label: words.columns, choices, chosen: choiceOf(side, names) };
}

const labelOf = ({ what, framework }: Side, names: ItemNames, words: MatrixWords): string =>
  what === 'framework' ? (framework ? names.call(framework) : '') : words.against[what];

const titleOf = (side: Side, names: ItemNames, words: MatrixWords): string =>
  words.title(side.what === 'framework' ? `“${labelOf(side, names, words)}”` : words.inTitle[side.what]);

const heading = (words: string): Flow => ({ type: 'heading', level: 1, children: [plain(words)] });

const note = (words: string): Flow => ({ type: 'paragraph', role: 'note', children: [plain(words)] });

/** What the matrix is, what its signs mean, and what is empty in it. */
function aboutBlock({ matrix, names, words }: MatrixAsking): Block {
  const { side, emptyColumns, emptyRows } = matrix;
  const priorities = emptyRows.map(({ priority }) => priority);
  const isEmpty = side.columns.length > 0 && !matrix.rows.some(({ cells }) => cells.some(counts));
  return block('_about', 'about', [
    heading(titleOf(side, names, words)),
    ...(isEmpty
      ? [{ type: 'paragraph', role: 'missing', children: [plain(words.nothing[side.what])] } satisfies Flow]
      : [
          ...missing(words.emptyColumns[side.what], emptyColumns, names),
          ...missing(words.emptyRows[side.what], priorities, names),
        ]),
    ...(side.columns.length > 0 ? [note(`${legend(matrix, words)} ${words.how}`.trim())] : []),
  ]);
}

/** The signs that the matrix shows, and what each means. */
function legend({ rows }: Matrix, words: MatrixWords): string {
  const cells = rows.flatMap((row) => row.cells);
  const shown = [
    `${signs.written} ${words.signs.written}`,
    ...(cells.some(({ because }) => because) ? [`${signs.handed} ${words.signs.handed}`] : []),
    ...(cells.some(({ within }) => within) ? [`${signs.within} ${words.signs.within}`] : []),
    `${signs.off} ${words.signs.off}`,
  ];
  return `${shown.join('; ')}.`;
}

/** A sentence with the items that it is about; nothing where there are none. */
function missing(words: string, items: readonly Item[], names: ItemNames): Flow[] {
  if (items.length === 0) return [];
  const named = items.flatMap((item, index): Inline[] => [plain(index === 0 ? ' ' : '; '), names.mention(item)]);
  return [{ type: 'paragraph', role: 'missing', children: [plain(words), ...named, plain('.')] }];
}

function tableBlocks(asking: MatrixAsking): Block[] {
  const { matrix, names } = asking;
  const seen = new Map<string, number>();
  const blocks = matrix.groups.map((group) => {
    const ref = group.theme ? names.ref(group.theme) : undefined;
    const key = ref ?? '_others';
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return block(count > 1 ? `${key} ${count}` : key, 'matrix-group', [groupTable(asking, group)], ref);
  });
  return blocks.length > 1 ? [...blocks, block('_totals', 'matrix-group', [totalsTable(asking)])] : blocks;
}
