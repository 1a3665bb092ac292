import { nearest } from '@goldthread/grammar';
import { defaultSettings, type Settings } from '../checks/settings.ts';
import { readConfig } from '../config.ts';
import { isWithin, settingsFor } from '../disk/project.ts';
import { readText, withoutMark } from '../disk/read-text.ts';
import { profileNamed, profiles } from '../profiles/index.ts';
import { UsageError } from './usage-error.ts';

/** Finds the settings that hold for each file: those of the project, with those of the command line over them. */
export class SettingsFinder {
  /** What is wrong with settings: sentences to print. */
  readonly faults: string[] = [];
  private readonly projects: readonly string[];
  private readonly overrides: Partial<Settings>;
  private readonly show: (path: string) => string;
  private readonly byFolder = new Map<string, Settings>();
  private readonly byPath = new Map<string | undefined, Settings>();

  /** `projects` are the folders above which no settings are looked for; `show` turns a path into the one to print. */
  constructor(projects: readonly string[], overrides: Partial<Settings>, show: (path: string) => string) {
    this.projects = projects;
    this.overrides = overrides;
    this.show = show;
  }

  /** The settings for a file. The same object for all files with the same settings. */
  for(file: string): Settings {
    const folder = file.slice(0, file.lastIndexOf('/')) || '/';
    const known = this.byFolder.get(folder);
    if (known) return known;
    const project = this.projects.find((root) => isWithin(folder, root)) ?? folder;
    const path = settingsFor(folder, project);
    const settings = this.byPath.get(path) ?? this.read(path);
    this.byPath.set(path, settings);
    this.byFolder.set(folder, settings);
    return settings;
  }

  /** True where any file that was looked at asks drafts for everything. */
  get anyFinal(): boolean {
    return [...this.byPath.values()].some(({ final }) => final);
  }

  private read(path: string | undefined): Settings {
    const asked = { ...defaultSettings, ...(path === undefined ? {} : this.readFile(path)), ...this.overrides };
    return { ...asked, profiles: [...new Set([...defaultSettings.profiles, ...asked.profiles])] };
  }

  private readFile(path: string): Partial<Settings> {
    const { text, fault } = readText(path);
    if (text === undefined) {
      this.faults.push(`${this.show(path)} ${fault}.`);
      return {};
    }
    const { settings, problems } = readConfig(withoutMark(text));
    for (const { message, line, character } of problems)
      this.faults.push(`${this.show(path)}:${line + 1}:${character + 1}: ${message}`);
    return settings;
  }
}

/** The profiles that the command line names, with commas between them. */
export function readProfiles(named: string): string[] {
  const names = named.split(',').map((name) => name.trim());
  for (const name of names) {
    if (profileNamed(name)) continue;
    const known = profiles.map(({ id }) => id);
    const meant = nearest(name, known);
    throw new UsageError(
      `There is no profile called ‘${name}’.${meant ? ` Did you mean ‘${meant}’?` : ''} There are: ${known.join(', ')}.`,
    );
  }
  return names;
}
