import { itemsOf } from '../../../server/src/importers/draft/draft.ts';
import type { ReadPlan } from '../../../server/src/importers/readers/reader.ts';

/** Words as they are compared: letters and figures alone, small. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that stand between the tags of a text in XML (days and numbers of the order aside, which a plan writes otherwise), and are neither in a plan that was read from it nor among what was left out. */
export function lostWords(xml: string, { draft, removed }: ReadPlan): string[] {
  const bare = xml
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ' ')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<SequenceIndicator>[^<]*|\d{4}-\d\d-\d\dZ?/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;\/?[a-z]+[^&]*?&gt;/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:amp|lt|gt|quot|apos);/g, ' ');
  const kept = [...itemsOf(draft.plan)].flatMap(({ title, parts }) => [
    title,
    ...parts.map((part) => (part.type === 'field' ? `${part.name ?? ''} ${part.value}` : '')),
  ]);
  const linked = draft.links.map(({ relation, to }) => `${relation} ${to.title}`);
  const known = new Set(wordsIn([...kept, ...linked, ...removed.map(({ words }) => words)].join(' ')));
  return [...new Set(wordsIn(bare))].filter((word) => !known.has(word));
}
