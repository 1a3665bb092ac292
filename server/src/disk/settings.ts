import type { SettingsFiles } from '../settings-finder.ts';
import { isWithin } from '../workspace/host.ts';
import { settingsFor } from './project.ts';
import { readText, withoutMark } from './read-text.ts';

/** The settings of the disk. `projects` are the folders above which none are looked for. */
export const settingsOnDisk = (projects: readonly string[]): SettingsFiles => ({
  nearest: (folder) => settingsFor(folder, projects.find((root) => isWithin(folder, root)) ?? folder),
  read: (path) => {
    const found = readText(path);
    return found.text === undefined ? { fault: found.fault } : { text: withoutMark(found.text) };
  },
});
