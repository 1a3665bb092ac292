import { type Entry, textOf, wordFor } from '@goldthread/grammar';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { PlacedBlock, PlanFile } from '../workspace/plan-file.ts';
import { oneOf } from './kind-words.ts';
import { endOf, titleOf, wholeOf } from './places.ts';
import { numberOf, shortened, titleShown, wordsOfProse } from './shown.ts';
import type { Snapshot } from './snapshot.ts';
import { symbolOf } from './symbol-kinds.ts';

/** How long a name may get, in UTF-16 units. */
const LONGEST = 120;
/** Items that stand deeper are shown beside those that they stand in: nobody writes so, and clients follow each level. */
const DEEPEST = 64;

/**
 * The structure of a file as an outline: its items in the order of the text, each with what stands in it, the number that the document
 * prints and its title; and the parts that it includes. The detail says the kind, in the language of the file, and the id.
 */
export function documentSymbols({ model }: Snapshot, file: PlanFile): DocumentSymbol[] {
  const outline: DocumentSymbol[] = [];
  for (const placed of file.blocks) {
    const made = new Map<Item, { readonly symbol: DocumentSymbol; readonly depth: number }>();
    for (const item of model.content(placed)?.items ?? []) {
      const above = item.parent && made.get(item.parent);
      const symbol = symbolFor(model, item);
      const isTooDeep = above !== undefined && above.depth >= DEEPEST;
      made.set(item, isTooDeep ? { symbol: above.symbol, depth: DEEPEST } : { symbol, depth: (above?.depth ?? 0) + 1 });
      if (above) above.symbol.children?.push(symbol);
      else outline.push(symbol);
    }
    const [entry] = placed.block.entries;
    if (entry && file.includePath(placed) !== undefined) outline.push(partSymbol(placed, entry));
  }
  return outline;
}

function symbolFor(model: Model, item: Item): DocumentSymbol {
  const { kind, id, placed } = item;
  const { language } = placed.file.tree;
  const number = numberOf(model, item);
  const name = titleShown(model, item, LONGEST) || wordsIn(model, item) || oneOf(kind, language);
  const word = wordFor(kind, language);
  return {
    name: number === undefined ? name : `${number} ${name}`,
    detail: id === undefined ? word : `${word} ${shortened(id, LONGEST)}`,
    kind: symbolOf(kind),
    range: wholeOf(item).range,
    selectionRange: titleOf(item).range,
    children: [],
  };
}

/** The first words of an item that has no title. */
function wordsIn(model: Model, item: Item): string {
  const prose = item.fields.find(({ definition }) => definition?.item === false && definition.type === 'prose');
  return prose ? wordsOfProse(model, item, item.proseOf(prose), LONGEST / 2) : '';
}

function partSymbol(placed: PlacedBlock, entry: Entry): DocumentSymbol {
  const { block, file } = placed;
  const { language } = file.tree;
  return {
    name: shortened(textOf(block, entry), LONGEST),
    detail: entry.definition ? wordFor(entry.definition, language) : '',
    kind: SymbolKind.File,
    range: placed.range(entry.at, endOf(placed, entry)),
    selectionRange: placed.range(entry.at, entry.keyEnd),
  };
}
