import { idFrom } from '@goldthread/grammar';
import type { InlayHint } from 'vscode-languageserver-types';
import type { Item, Link } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { PlacedBlock, PlanFile, Range } from '../workspace/plan-file.ts';
import { numberOf, titleShown } from './shown.ts';
import type { Snapshot } from './snapshot.ts';

/** Which hints are wanted. */
export interface HintSettings {
  /** The titles of items behind their ids in fields. */
  readonly titles: boolean;
  /** The numbers that the document prints, before titles. */
  readonly numbers: boolean;
}

/** So much of a title is shown, in UTF-16 units. The tooltip has all of it. */
const LONGEST = 40;

/** The hints on the lines of a range: what the document prints there and the text does not say. */
export function inlayHints({ model }: Snapshot, file: PlanFile, range: Range, settings: HintSettings): InlayHint[] {
  const hints: InlayHint[] = [];
  if (!settings.titles && !settings.numbers) return hints;
  const first = file.locate(range.start)?.placed.index ?? 0;
  for (let index = first; index < file.blocks.length; index++) {
    const placed = file.blocks[index] as PlacedBlock;
    const firstLine = file.tree.lines[index] as number;
    if (firstLine > range.end.line) break;
    const from = placed.block.lines[range.start.line - firstLine] ?? 0;
    const to = placed.block.lines[range.end.line - firstLine + 1] ?? placed.block.text.length;
    for (const item of model.content(placed)?.items ?? []) {
      if (settings.numbers && isWithin(item.entry.valueStart, from, to)) hints.push(...numberHint(model, item));
      if (settings.titles)
        for (const link of item.links) if (isWithin(link.end, from, to)) hints.push(...titleHint(model, link));
    }
  }
  return hints;
}

const isWithin = (offset: number, from: number, to: number): boolean => from <= offset && offset <= to;

/** The number of an item before its title. */
function numberHint(model: Model, item: Item): InlayHint[] {
  const label = numberOf(model, item);
  if (label === undefined) return [];
  const { placed, entry } = item;
  const position = placed.position(
    entry.valueEnd > entry.valueStart ? entry.valueStart : Math.max(entry.keyEnd, entry.nameEnd),
  );
  return [{ position, label, paddingRight: true }];
}

/** The title of an item behind its id in a field; none where the id says the same. */
function titleHint(model: Model, link: Link): InlayHint[] {
  const target = link.relation === 'prose' ? undefined : model.target(link);
  const hint = target && model.remembered('hint', target, () => wordsOf(model, target));
  return hint ? [{ position: link.from.placed.position(link.end), paddingLeft: true, ...hint }] : [];
}

/** The title of an item, and all of it where it is long; null where it says no more than the id. */
function wordsOf(model: Model, item: Item): Pick<InlayHint, 'label' | 'tooltip'> | null {
  if (!item.title || idFrom(item.title) === item.id) return null;
  const label = titleShown(model, item, LONGEST);
  const tooltip = titleShown(model, item);
  return label === tooltip ? { label } : { label, tooltip };
}
