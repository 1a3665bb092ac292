import type { BlockContent } from '../../model/read-block.ts';
import { readCsv } from '../../workspace/csv.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { lineEndOf } from '../fixes.ts';
import type { BlockRule, Fix, RuleContext } from '../rule.ts';
import { pathsIn } from '../syntax/paths.ts';
import { prosesIn } from './prose.ts';
import { type MarkdownTable, tablesOf } from './tables.ts';

/** A table has no row that says what its columns are. */
export const tableWithoutHeader: BlockRule = {
  id: 'access/table-without-header',
  severity: 'warning',
  completeness: true,
  says: 'A table has no row that says what its columns are.',
  why: 'Without headings a table is read out as a heap of figures.',
  source: 'WCAG 2.2, success criterion 1.3.1 (A), techniques H51 and H63',
  breaks:
    'plan p: Staffing Plan\n\ntable: Staff by area\n  text:\n    | | |\n    |---|---|\n    | Area | Nurses |\n    | North | 120 |\n',
  clean:
    'plan p: Staffing Plan\n\ntable: Staff by area\n  text:\n    | Area | Nurses |\n    |---|---|\n    | North | 120 |\n',
  block(content, context) {
    if (content.items.some((item) => item.key === 'table')) inData(content, context);
    if (content.placed.block.text.includes('|')) inTexts(content, context);
  },
};

function inTexts(content: BlockContent, context: RuleContext): void {
  const { placed } = content;
  for (const { item, entry } of prosesIn(content))
    for (const table of tablesOf(placed.block, entry)) {
      const { first, cells, hyphens } = table;
      const span = { start: first.start, end: first.start + first.text.length };
      if (!hyphens)
        context.report(placed, span, {
          item,
          message:
            'These lines look like a table, but no row says what its columns are, so they are printed as they stand. Put a line of hyphens below the row of headings: “|---|---|”.',
          messageCy: () =>
            'Mae’r llinellau hyn yn edrych fel tabl, ond nid oes rhes sy’n dweud beth yw’r colofnau, felly maent yn cael eu hargraffu fel y maent. Rhowch linell o gysylltnodau o dan res y penawdau: “|---|---|”.',
          fixes: underlining(placed, table),
        });
      else if (cells.every((cell) => cell === ''))
        context.report(placed, span, {
          item,
          message:
            'The headings of this table are empty, so nobody who hears it read out knows what a figure is. Say in the first row what each column is.',
          messageCy: () =>
            'Mae penawdau’r tabl hwn yn wag, felly ni ŵyr neb sy’n ei glywed yn cael ei ddarllen yn uchel beth yw pob ffigur. Dywedwch yn y rhes gyntaf beth yw pob colofn.',
          fixes: liftingRow(placed, table),
        });
    }
}

/** A mend that makes the first row one of headings. */
function underlining(placed: PlacedBlock, { first, cells }: MarkdownTable): Fix[] {
  const { block } = placed;
  const indentation = block.text.slice(block.lines[block.lineAt(first.start)], first.start);
  if (indentation.trim() !== '') return [];
  const at = first.start + first.text.length;
  const text = `${lineEndOf(block.text)}${indentation}|${'---|'.repeat(cells.length)}`;
  return [{ title: titlesFor(placed).headings, edits: [{ placed, start: at, end: at, text }] }];
}

/** A mend that puts the first row in the place of the empty headings. */
function liftingRow(placed: PlacedBlock, { first, next }: MarkdownTable): Fix[] {
  if (!next) return [];
  const { block } = placed;
  const line = block.lineAt(next.start);
  const start = block.lines[line] as number;
  return [
    {
      title: titlesFor(placed).headings,
      edits: [
        { placed, start: first.start, end: first.start + first.text.length, text: next.text },
        { placed, start, end: block.lines[line + 1] ?? block.text.length, text: '' },
      ],
    },
  ];
}

/** Tables that are read from a file whose first line holds no headings. */
function inData(content: BlockContent, context: RuleContext): void {
  for (const { item, isOutside, resolved, written, span } of pathsIn(content)) {
    if (item?.key !== 'table' || isOutside) continue;
    const text = context.model.workspace.host.read(resolved);
    const headings = text === undefined ? undefined : readCsv(text).rows?.[0];
    if (!headings || !isWithoutHeadings(headings.cells)) continue;
    context.report(content.placed, span, {
      item,
      message: `The first line of ‘${written}’ does not name its columns, so nobody who hears the table read out knows what a figure is. Begin the file with a line of headings.`,
      messageCy: () =>
        `Nid yw llinell gyntaf ‘${written}’ yn enwi ei cholofnau, felly ni ŵyr neb sy’n clywed y tabl yn cael ei ddarllen yn uchel beth yw pob ffigur. Dechreuwch y ffeil â llinell o benawdau.`,
    });
  }
}

const year = /^(?:19|20)\d\d(?:[/–-]\d{2,4})?$/;
const figure = /^[-+−£$€(]*\d[\d,.]*(?:%|[kmb]n?)?\)?$/i;

/** Headings may be years; a row of other figures, or of nothing, is none. */
const isWithoutHeadings = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  return filled.every((cell) => figure.test(cell)) && (filled.length === 0 || filled.some((cell) => !year.test(cell)));
};
