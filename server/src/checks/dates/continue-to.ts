import { type Entry, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type ItemRule, named, type Span } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** “Continue to”, at the start or after somebody who will: “We will continue to”, “The rural crime team will continue to”. */
const english =
  /^\s*(?:(?:[\p{L}\p{M}’'-]+\s+){0,5}?(?:will|shall|must|am|are|is)\s+|(?:I|we|to)\s+)?(continu(?:e|ing)\s+to)(?![\p{L}\p{N}-])/iu;
/** The same in Welsh: “Parhau i”, “Byddwn yn parhau i”. */
const welsh =
  /^\s*(?:(?:bydd\p{L}*|rwy\p{L}*|rydw|rydym|yr\s+ydym|mae)\s+(?:[\p{L}\p{M}’'-]+\s+){0,5}?)?(parhau\s+i)(?![\p{L}\p{N}-])/iu;
/** The words further on in a lead-in: “I am responsible for victim services and will continue to make sure that:”. */
const later = /(?<![\p{L}\p{N}])(?:will|shall|we|I)\s+(continue\s+to)(?![\p{L}\p{N}-])/iu;

/** What a text has in it that has any of these. */
const likely = /continu|parhau/i;

/** The words “continue to” in a title or a lead-in; offsets of the block. */
function continuing(item: Item, entry: Entry, patterns: readonly RegExp[]): Span | undefined {
  const { block } = item.placed;
  const { start, end } = valueSpan(block, entry);
  const text = block.text.slice(start, end);
  if (!likely.test(text)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const words = match?.[1];
    if (!match || words === undefined) continue;
    const at = start + match.index + match[0].length - words.length;
    return { start: at, end: at + words.length };
  }
  return undefined;
}

const inTitle = (action: Item): Span | undefined => continuing(action, action.entry, [english, welsh]);

function inLeadIn(item: Item): Span | undefined {
  const entry = item.field('lead-in');
  return entry && continuing(item, entry, [english, welsh, later]);
}

const isMeasured = (item: Item): boolean => item.field('measures') !== undefined;

/**
 * An action says “continue to” and names no measure. Where the lead-in of what the actions stand in says it, there is one
 * finding there, and none at its actions.
 */
export const continueTo: ItemRule = {
  id: 'dates/continue-to',
  severity: 'hint',
  says: 'An action says “continue to” and names no measure.',
  why: '“Continue to” tells no change from business as usual, unless it is measured.',
  source: 'PuMP (Stacey Barr) on weasel words; found in published plans',
  breaks: 'plan p: Plan\n\npriority roads: Make our roads safer\n  action: Continue to support Community Speedwatch\n',
  clean:
    'plan p: Plan\n\nmeasure schemes: Speedwatch schemes that are active\n\npriority roads: Make our roads safer\n  action: Continue to support Community Speedwatch\n    measures: schemes\n  action: Set up Speedwatch in each of the six towns\n',
  kinds: ['theme', 'priority', 'group', 'section', 'action'],
  reads: 'itself',
  item(item, context) {
    if (isMeasured(item)) return;
    const leadIn = inLeadIn(item);
    if (leadIn) {
      if (!item.children.some((child) => child.key === 'action' && !isMeasured(child))) return;
      context.report(item.placed, leadIn, {
        item,
        message:
          'A promise to continue tells no change from business as usual, unless it is measured. Say here what will be different, or name the measures that show it: “measures: …” on the actions below.',
        messageCy: () =>
          'Nid yw addewid i barhau yn dangos newid o’r gwaith arferol, oni bai ei fod yn cael ei fesur. Dywedwch yma beth fydd yn wahanol, neu enwch y mesurau sy’n dangos hynny: “mesurau: …” wrth y gweithredoedd isod.',
      });
      return;
    }
    if (item.key !== 'action') return;
    const title = inTitle(item);
    if (!title || (item.parent && inLeadIn(item.parent))) return;
    context.report(item.placed, title, {
      item,
      message: `${named(item)}: a promise to continue tells no change from business as usual, unless it is measured. Say what will be different, or name the measure that shows it: “measures: …”.`,
      messageCy: () =>
        `${namedCy(item)}: nid yw addewid i barhau yn dangos newid o’r gwaith arferol, oni bai ei fod yn cael ei fesur. Dywedwch beth fydd yn wahanol, neu enwch y mesur sy’n dangos hynny: “mesurau: …”.`,
    });
  },
};
