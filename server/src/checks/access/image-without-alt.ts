import { valueSpan } from '@goldthread/grammar';
import type { BlockContent } from '../../model/read-block.ts';
import { type BlockRule, headSpan, named, type RuleContext } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { prosesIn } from './prose.ts';

/** A picture has no words that say what it shows. */
export const imageWithoutAlt: BlockRule = {
  id: 'access/image-without-alt',
  severity: 'error',
  completeness: true,
  says: 'A picture has no words that say what it shows.',
  why: 'People who cannot see the picture need its meaning in words.',
  source: 'WCAG 2.2, success criterion 1.1.1 (A)',
  breaks: {
    'main.plan': 'plan p: Local Plan\n\nfigure: Our area\n  image: map.png\n',
    'map.png': '',
  },
  clean: {
    'main.plan':
      'plan p: Local Plan\n\nfigure: Our area\n  image: map.png\n  alt: Map of the five wards, with the town in the middle\n',
    'map.png': '',
  },
  block(content, context) {
    for (const item of content.items)
      if (item.key === 'figure' && item.has('image') && !item.field('alt'))
        context.report(item.placed, headSpan(item), {
          item,
          message: `Nothing says what ${item.title ? `the picture ${named(item)}` : 'this picture'} shows, so people who cannot see it miss it. Add a line “alt: …” with its meaning in a sentence.`,
          messageCy: () =>
            `Nid oes dim yn dweud beth mae’r llun ${item.title ? namedCy(item) : 'hwn'} yn ei ddangos, felly mae pobl na allant ei weld yn ei golli. Ychwanegwch linell “testun-amgen: …” gyda’i ystyr mewn brawddeg.`,
        });
    if (content.placed.block.text.includes('![')) inTexts(content, context);
  },
};

/** Pictures in Markdown: the words between the brackets are missing. */
function inTexts(content: BlockContent, context: RuleContext): void {
  const { placed } = content;
  const { text } = placed.block;
  for (const { item, entry } of prosesIn(content)) {
    const span = valueSpan(placed.block, entry);
    for (const { index, 0: picture } of text.slice(span.start, span.end).matchAll(/!\[[^\S\r\n]*\](?=[([])/g)) {
      const start = span.start + index;
      context.report(
        placed,
        { start, end: start + picture.length },
        {
          item,
          message:
            'Nothing says what this picture shows, so people who cannot see it miss it. Write its meaning between the square brackets.',
          messageCy: () =>
            'Nid oes dim yn dweud beth mae’r llun hwn yn ei ddangos, felly mae pobl na allant ei weld yn ei golli. Ysgrifennwch ei ystyr rhwng y bachau petryal.',
        },
      );
    }
  }
}
