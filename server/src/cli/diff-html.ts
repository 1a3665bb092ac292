import type { Clash, PlanDifference, Remark } from '../difference/change.ts';
import type { State } from '../difference/compare.ts';
import { htmlDifference } from '../difference/document/page.ts';
import type { StateRead } from '../disk/plan-states.ts';
import { pictureReader } from '../disk/read-picture.ts';
import { Themes } from '../disk/read-theme.ts';
import { documentStyle } from '../disk/shipped.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { Pictures } from '../documents/edition/pictures.ts';
import { Engine } from '../engine.ts';
import { labelsOf } from '../profiles/index.ts';
import type { Terminal } from './terminal.ts';

/** A difference, and the states that were read for it; none where nothing changed. */
export interface Told {
  readonly plans: readonly PlanDifference[];
  readonly clashes: readonly Clash[];
  readonly remarks: readonly Remark[];
  readonly before: StateRead | undefined;
  readonly after: StateRead | undefined;
}

/**
 * A difference as a web page. Its looks and its pictures are those of the folder as it is now, from some folders alone; what is wrong
 * with them is told.
 */
export function htmlOf(
  { plans, clashes, remarks, before, after }: Told,
  folders: readonly string[],
  terminal: Terminal,
): string {
  const show = shownFrom(terminal.cwd);
  const pictures = new Pictures(pictureReader(folders), show);
  const [first] = after?.state.plans ?? [];
  const path = first && after?.settings(first.root.path).theme;
  const theme = path === undefined ? undefined : new Themes(show).get(path, folders, false);
  for (const fault of theme?.faults ?? []) terminal.err(`${fault}\n`);
  return htmlDifference(
    { before: before?.state ?? nothing(), after: after?.state ?? nothing(), plans, clashes, remarks },
    {
      style: documentStyle(),
      theme: theme?.theme,
      labels: (file) => after && labelsOf(after.settings(file).profiles),
      picture: (file) => pictures.get(file),
    },
  );
}

/** A state in which there is nothing. */
function nothing(): State {
  const { snapshot } = new Engine({ exists: () => false, read: () => undefined });
  return { snapshot, plans: [], show: (path) => path };
}
