import type { KeyLanguage } from '@goldthread/grammar';
import { doubtWords } from '../../checks/import/doubts.ts';
import type { Imported, PlacedBlock } from '../../importers/import.ts';
import type { WordCounts } from '../../importers/report/account.ts';
import { looksWithoutNote } from '../../importers/report/first.ts';
import { spotWords } from '../../importers/report/spot-words.ts';
import { became, removalTold } from '../../importers/report/text.ts';
import type { Table } from '../../importers/source.ts';
import { plainWords } from '../../importers/words.ts';
import { counted, number } from '../../reporters/words.ts';
import { Became } from './became.ts';
import type { ReadBlock, ReadDocument, ReadTable } from './protocol.ts';

/** How much of a document a page shows: what is beyond is counted. The longest plan that was seen has 4,000 blocks. */
const most = { blocks: 20_000, characters: 4_000_000, ofBlock: 40_000, rows: 1_000, looks: 200, removed: 500 } as const;

/** The document that was imported, for the page beside the plan. */
export function readDocumentOf({ plan, account, blocks }: Imported): ReadDocument {
  const language = languageOf(plan);
  const { document, removed } = account;
  const shown = blocksOf(blocks, new Became(account, language));
  return {
    language,
    format: document.format.meaning,
    misnamed: document.misnamed,
    carries: document.carries === 'other' ? undefined : document.carries,
    counts: became(account),
    words: document.carries === undefined || document.carries === 'other' ? wordsTold(account.words) : '',
    looks: looksWithoutNote(account)
      .slice(0, most.looks)
      .map(({ kind, message, spot, line }) => ({
        kind,
        words: cut(message),
        where: spotWords(spot),
        line: line === undefined ? undefined : line - 1,
      })),
    kinds: doubtWords.map(({ key, cy, title }) => ({ key, cy, title })),
    removed: removed
      .slice(0, most.removed)
      .map((removal) => ({ words: removalTold(removal), where: spotWords(removal.spot) })),
    blocks: shown,
    more: blocks.length - shown.length,
  };
}

/** Whether all words of the document are in the plan. */
function wordsTold({ source, kept, accounted }: WordCounts): string {
  if (accounted < source)
    return `${counted(source - accounted, 'word')} of ${number(source)} did not get into the plan. Compare the two before you put the document away.`;
  const all = `All ${counted(source, 'word')} of the document are in the plan`;
  return kept >= source
    ? `${all}.`
    : `${all}, but for ${number(source - kept)} that were left out, that the plan prints by itself, or that the document has twice.`;
}

/** The language of a plan that an import has written: it stands among the fields of the plan itself. */
const languageOf = (plan: string): KeyLanguage =>
  /^ {2}(?:language|iaith): *cy$/m.test(plan.split('\n\n', 1)[0] ?? '') ? 'cy' : 'en';

function blocksOf(blocks: readonly PlacedBlock[], about: Became): ReadBlock[] {
  const shown: ReadBlock[] = [];
  let left: number = most.characters;
  for (const placed of blocks.slice(0, most.blocks)) {
    const block = blockOf(placed, about);
    left -= lengthOf(block);
    if (left < 0) break;
    shown.push(block);
  }
  return shown;
}

function blockOf(placed: PlacedBlock, about: Became): ReadBlock {
  const { block } = placed;
  const common = { where: spotWords(block.spot), ...about.of(placed) };
  if (block.type === 'table')
    return { ...common, type: 'table', text: wordsIn(block.caption ?? ''), table: tableOf(block) };
  const { type, lang } = block;
  const text = wordsIn(block.text);
  switch (block.type) {
    case 'heading':
      return { ...common, type, text, lang, level: block.level };
    case 'point':
      return { ...common, type, text, lang, depth: block.depth, mark: block.mark };
    case 'footnote':
      return { ...common, type, text, lang, mark: block.label };
    case 'quotation':
    case 'remark':
      return { ...common, type, text, lang, by: block.by && cut(block.by) };
    default:
      return { ...common, type, text, lang };
  }
}

function tableOf({ head, rows }: Table): ReadTable {
  const words = (all: readonly (readonly string[])[]): string[][] => all.map((row) => row.map(wordsIn));
  const shown = rows.slice(0, most.rows);
  return { head: words(head.slice(0, most.rows)), rows: words(shown), more: rows.length - shown.length };
}

const lengthOf = ({ text, table }: ReadBlock): number =>
  text.length + [...(table?.head ?? []), ...(table?.rows ?? [])].flat().join('').length;

/** The words of a piece, without marks. */
const wordsIn = (markdown: string): string => cut(plainWords(markdown));

const cut = (text: string): string => (text.length > most.ofBlock ? `${text.slice(0, most.ofBlock)} …` : text);
