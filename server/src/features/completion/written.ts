import type { Field } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { pathFrom } from '../../checks/reference/words.ts';
import type { Offer } from './offer.ts';
import { itemOf, type Spot } from './spot.ts';

/** A value that stands once is offered again if it is short; a longer one only if it stands more often: sentences are not wanted twice. */
const SHORT = 30;
const LONGEST = 100;
const MOST = 50;

/** What other items of the plan have as the value of a field, the most frequent first; of a field with a list the pieces. */
export function writtenElsewhere(spot: Spot, field: Field): Offer[] {
  const { snapshot, plan } = spot;
  if (!plan) return [];
  const own = itemOf(spot, spot.own ?? spot.holder);
  const counts = new Map<string, number>();
  for (const item of snapshot.model.items(plan)) {
    if (item === own) continue;
    for (const value of valuesOf(item.value(field.key), field))
      if (value !== '' && value.length <= LONGEST) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([value, count]) => count > 1 || value.length <= SHORT);
  const sorted = frequent.sort(([, a], [, b]) => b - a).slice(0, MOST);
  return sorted.map(([value]) => ({ label: value, text: value, kind: CompletionItemKind.Text }));
}

const valuesOf = (value: string, field: Field): readonly string[] =>
  field.type === 'words' ? value.split(',').map((piece) => piece.trim()) : [value];

/** The parts of the plan that it does not include yet, as paths from this file. */
export function partsToInclude({ snapshot, file, plan }: Spot): Offer[] {
  if (!plan) return [];
  const included = new Set(plan.files);
  const offers: Offer[] = [];
  for (const part of snapshot.workspace.files.values()) {
    if (part.tree.root !== 'part' || part.rootId !== plan.id || included.has(part)) continue;
    const path = pathFrom(file.path, part.path);
    const first = part.firstBlock && snapshot.model.content(part.firstBlock)?.items[0];
    offers.push({ label: path, text: path, detail: first?.title, kind: CompletionItemKind.File });
  }
  return offers;
}
