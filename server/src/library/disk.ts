import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { findAsked } from '../disk/asked.ts';
import { diskHost } from '../disk/disk-host.ts';
import { findWithNeighbours, readPlans } from '../disk/load.ts';
import { pictureReader } from '../disk/read-picture.ts';
import { templateOnDisk } from '../disk/read-template.ts';
import { faultOf } from '../disk/read-text.ts';
import { themeOnDisk } from '../disk/read-theme.ts';
import { settingsOnDisk } from '../disk/settings.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { withSlashes } from '../disk/slashes.ts';
import { GoldthreadError } from './error.ts';
import type { Ground } from './ground.ts';

const nobody = { tell: () => {} };

/** The plans that paths mean, as the command line reads them. */
export function groundOnDisk(paths: readonly string[], folder: string = process.cwd()): Ground {
  const cwd = realFolder(folder);
  const asked = findAsked(paths, cwd);
  if (asked.faults.length > 0) throw new GoldthreadError(asked.faults.join('\n'));
  const found = findWithNeighbours(asked, cwd);
  const { texts, unreadable } = readPlans(found.paths, asked, nobody);
  const show = shownFrom(cwd);
  return {
    ...diskHost(found.projects),
    texts,
    asked: asked.files,
    faults: unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`),
    settings: settingsOnDisk(found.projects),
    picture: pictureReader(found.projects),
    template: templateOnDisk,
    theme: (path) => themeOnDisk(path, found.projects, show),
    path: (name) => withSlashes(resolve(cwd, name)),
    show,
  };
}

function realFolder(folder: string): string {
  try {
    return withSlashes(realpathSync(folder));
  } catch (error) {
    throw new GoldthreadError(`${folder} ${faultOf(error)}.`);
  }
}
