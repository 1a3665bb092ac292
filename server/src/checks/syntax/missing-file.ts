import type { KeyRule } from '../rule.ts';
import { pathsIn } from './paths.ts';

/** A path leads to no file. Of the figures of a measure `measure/data-missing` speaks. */
export const missingFile: KeyRule = {
  id: 'syntax/missing-file',
  severity: 'error',
  says: 'A path leads to no file.',
  why: 'The part, the figures or the picture would be missing from the document.',
  source: 'Language reference, “Values”',
  breaks: 'plan p: Coast Path Plan\n\nfigure: The new path\n  image: photos/path.jpg\n  alt: Walkers above a bay\n',
  clean: {
    'main.plan':
      'plan p: Coast Path Plan\n\nfigure: The new path\n  image: photos/path.jpg\n  alt: Walkers above a bay\n',
    'photos/path.jpg': '',
  },
  readsOtherPlans: true,
  marks(content, mark) {
    for (const { isOutside, span, written, resolved, item } of pathsIn(content))
      if (!isOutside && item?.key !== 'measure')
        mark(resolved, { placed: content.placed, ...span, note: written, item });
  },
  key(path, marks, _plan, context) {
    const { workspace } = context.model;
    if (workspace.files.has(path) || workspace.host.exists(path)) return;
    for (const mark of marks.all)
      context.report(mark.placed, mark, {
        item: mark.item,
        message: `There is no file ‘${mark.note}’ here. Capitals count, and the path starts from the folder of this plan: check its spelling, or put the file there.${climbs(mark.note) ? ' What lies outside the folder of the project is not read.' : ''}`,
        messageCy: () =>
          `Nid oes ffeil ‘${mark.note}’ yma. Mae prif lythrennau’n cyfrif, ac mae’r llwybr yn dechrau o ffolder y cynllun hwn: gwiriwch y sillafu, neu rhowch y ffeil yno.${climbs(mark.note) ? ' Nid yw’r hyn sydd y tu allan i ffolder y prosiect yn cael ei ddarllen.' : ''}`,
      });
  },
};

/** True for a path that leads upwards, perhaps out of the project. */
const climbs = (written: string): boolean => written.split('/').includes('..');
