import { fieldOn, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField } from '../fixes.ts';
import { type Fix, headSpan, type RuleContext, type Words } from '../rule.ts';

/** Reports a field that a measure lacks, with mends for values that are likely. */
export function reportMissing(
  measure: Item,
  key: string,
  words: Words,
  likely: readonly string[],
  context: RuleContext,
): void {
  context.report(measure.placed, headSpan(measure), {
    item: measure,
    ...words,
    fixes: likely.map(adding(measure, key)),
  });
}

const adding =
  (measure: Item, key: string) =>
  (value: string): Fix => {
    const field = fieldOn('measure', key);
    const line = `${field ? wordFor(field, measure.placed.file.tree.language) : key}: ${value}`;
    return addingField(titlesFor(measure.placed).addLine(line), measure, line);
  };
