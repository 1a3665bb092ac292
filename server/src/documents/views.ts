import { coverageView } from './coverage/view.ts';
import { documentView } from './document/view.ts';
import { matrixView } from './matrix/view.ts';
import { measuresView } from './measures/view.ts';
import { threadView } from './thread/view.ts';
import { type View, type ViewName, viewNames } from './view.ts';

const makers: Readonly<Record<ViewName, () => View>> = {
  document: documentView,
  thread: threadView,
  matrix: matrixView,
  measures: measuresView,
  coverage: coverageView,
};

/** True for the name of a view. */
export const isViewName = (name: string): name is ViewName => (viewNames as readonly string[]).includes(name);

/** A view that remembers nothing yet. */
export const makeView = (name: ViewName): View => makers[name]();
