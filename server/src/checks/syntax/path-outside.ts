import type { BlockRule } from '../rule.ts';
import { pathsIn } from './paths.ts';

/** A path leads out of the folder in which all plans stand. */
export const pathOutside: BlockRule = {
  id: 'syntax/path-outside',
  severity: 'error',
  says: 'A path leads out of the folder that the plans stand in.',
  why: 'Others who get the plans do not get what stands outside, and a plan must not be able to read any file of a computer.',
  source: 'Language reference, “Values”',
  breaks:
    'plan p: Coast Path Plan\n\nfigure: The new path\n  image: ../../photos/path.jpg\n  alt: Walkers above a bay\n',
  clean: {
    'main.plan':
      'plan p: Coast Path Plan\n\nfigure: The new path\n  image: photos/path.jpg\n  alt: Walkers above a bay\n',
    'photos/path.jpg': '',
  },
  block(content, context) {
    for (const { isOutside, span, written, item } of pathsIn(content))
      if (isOutside)
        context.report(content.placed, span, {
          item,
          message: `‘${written}’ leads out of the folder that the plans stand in, so others would not have it. Put the file beside the plan and write its path from there.`,
          messageCy: () =>
            `Mae ‘${written}’ yn arwain allan o’r ffolder y mae’r cynlluniau ynddi, felly ni fyddai gan eraill y ffeil. Rhowch y ffeil wrth ochr y cynllun ac ysgrifennwch ei llwybr oddi yno.`,
        });
  },
};
