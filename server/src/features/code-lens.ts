import type { KeyLanguage } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { PlanFile, Range } from '../workspace/plan-file.ts';
import { counted, oneOf } from './kind-words.ts';
import { type Place, placeOf, titleOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { type Standing, standingOf } from './thread/standing.ts';
import { wordsFor } from './words.ts';

/** A line above an item that says how it stands on the golden thread. */
export interface Lens {
  /** The key and the id of the item. */
  readonly range: Range;
  /** “3 priorities · 2 KPQs · no measure yet”. */
  readonly title: string;
  /** The titles of the items that are counted. */
  readonly places: readonly Place[];
}

const phrases = {
  en: { none: (kind: string) => `no ${kind} yet` },
  cy: { none: (kind: string) => `dim ${kind} eto` },
};

/** The lenses of a file: over each outcome, question, measure and priority that there is anything to say of. */
export function codeLenses({ model }: Snapshot, file: PlanFile): Lens[] {
  const lenses: Lens[] = [];
  for (const placed of file.blocks)
    for (const item of model.content(placed)?.items ?? []) {
      const lens = lensOf(model, item, file.tree.language);
      if (lens) lenses.push(lens);
    }
  return lenses;
}

function lensOf(model: Model, item: Item, language: KeyLanguage): Lens | undefined {
  const standing = standingOf(model, item);
  const title = standingWords(standing, language);
  if (!title) return undefined;
  const { placed, entry } = item;
  return {
    range: placeOf(placed, entry.at, Math.max(entry.keyEnd, entry.nameEnd)).range,
    title,
    places: standing.has.flatMap(({ items }) => items.map(titleOf)),
  };
}

/** How an item stands, in words; empty where there is nothing to say. */
const standingWords = ({ has, lacks }: Standing, language: KeyLanguage): string =>
  [...has.map(({ kind, items }) => counted(items.length, kind, language)), ...lacksInWords(lacks, language)].join(
    ' · ',
  );

/** What an item is short of: “no measure yet”. */
export const lacksInWords = (lacks: Standing['lacks'], language: KeyLanguage): string[] =>
  lacks.map((kind) => wordsFor(phrases, language).none(oneOf(kind, language)));
