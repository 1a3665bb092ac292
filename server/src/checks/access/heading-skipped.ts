import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import type { BlockRule, Fix } from '../rule.ts';
import { type Heading, headingsOf } from './headings.ts';
import { prosesIn } from './prose.ts';

/** A heading in a text is more than one level below the heading above it. */
export const headingSkipped: BlockRule = {
  id: 'access/heading-skipped',
  severity: 'warning',
  says: 'A heading in a text leaves out a level.',
  why: 'People who use a screen reader move from heading to heading; a level that is left out sounds like a missing chapter.',
  source: 'WCAG 2.2, success criterion 1.3.1 (A), technique G141',
  breaks:
    'plan p: Active Travel Plan\n\nsection walking: Walking\n  text:\n    ## Where we are\n    Half of us walk to school.\n\n    #### In villages\n    A third of us do.\n',
  clean:
    'plan p: Active Travel Plan\n\nsection walking: Walking\n  text:\n    ## Where we are\n    Half of us walk to school.\n\n    ### In villages\n    A third of us do.\n',
  block(content, context) {
    const { placed } = content;
    if (!placed.block.text.includes('###')) return;
    for (const { item, entry } of prosesIn(content)) {
      const headings = headingsOf(placed.block, entry);
      for (const [index, heading] of headings.entries()) {
        const above = headings[index - 1];
        if (!above || heading.level <= above.level + 1) continue;
        context.report(placed, heading, {
          item,
          message: `This heading is at level ${heading.level} and the one above it at level ${above.level}, so it sounds as if one were missing between them. Begin it with “${'#'.repeat(above.level + 1)}”.`,
          messageCy: () =>
            `Mae’r pennawd hwn ar lefel ${heading.level} a’r un uwchben ar lefel ${above.level}, felly mae’n swnio fel pe bai un ar goll rhyngddynt. Dechreuwch ef â “${'#'.repeat(above.level + 1)}”.`,
          fixes: [raising(placed, headings, index, heading.level - above.level - 1)],
        });
      }
    }
  },
};

/** A mend that raises a heading by some levels, and with it the headings below it. */
function raising(placed: PlacedBlock, headings: readonly Heading[], from: number, by: number): Fix {
  const level = headings[from]?.level ?? 0;
  let to = from + 1;
  while ((headings[to]?.level ?? 0) >= level) to++;
  const edits = headings.slice(from, to).map(({ start }) => ({ placed, start, end: start + by, text: '' }));
  return { title: titlesFor(placed).raiseHeading, edits };
}
