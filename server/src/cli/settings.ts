import type { Settings } from '../checks/settings.ts';
import { settingsOnDisk } from '../disk/settings.ts';
import { profileFault } from '../profiles/index.ts';
import { SettingsFinder as Finder } from '../settings-finder.ts';
import { UsageError } from './usage-error.ts';

/** Finds the settings that hold for each file: those of its project, with those of the command line over them. */
export class SettingsFinder extends Finder {
  /** `projects` are the folders above which no settings are looked for; `show` turns a path into the one to print. */
  constructor(projects: readonly string[], overrides: Partial<Settings>, show: (path: string) => string) {
    super(settingsOnDisk(projects), overrides, show);
  }
}

/** The profiles that the command line names, with commas between them. */
export function readProfiles(named: string): string[] {
  const names = named.split(',').map((name) => name.trim());
  for (const name of names) {
    const fault = profileFault(name);
    if (fault !== undefined) throw new UsageError(fault);
  }
  return names;
}
