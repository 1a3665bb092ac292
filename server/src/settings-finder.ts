import { defaultSettings, type Settings } from './checks/settings.ts';
import { readConfig } from './config.ts';
import { resolvePath } from './workspace/host.ts';

/** Where settings stand. Paths have forward slashes. */
export interface SettingsFiles {
  /** The path of the settings that hold in a folder; undefined where there are none. */
  nearest(folder: string): string | undefined;
  /** The text of a file without a byte-order mark, or why there is none: the rest of a sentence that begins with its name. */
  read(path: string): { readonly text: string } | { readonly fault: string };
}

/** Finds the settings that hold for each file: those of the project, with those that somebody asks for over them. */
export class SettingsFinder {
  /** What is wrong with settings: sentences to print. */
  readonly faults: string[] = [];
  private readonly files: SettingsFiles;
  private readonly overrides: Partial<Settings>;
  private readonly show: (path: string) => string;
  private readonly byFolder = new Map<string, Settings>();
  private readonly byPath = new Map<string | undefined, Settings>();

  /** `overrides` hold for every file; `show` turns a path into the one to print. */
  constructor(files: SettingsFiles, overrides: Partial<Settings>, show: (path: string) => string) {
    this.files = files;
    this.overrides = overrides;
    this.show = show;
  }

  /** The settings for a file. The same object for all files with the same settings. */
  for(file: string): Settings {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/'))) || (file.startsWith('/') ? '/' : '');
    const known = this.byFolder.get(folder);
    if (known) return known;
    const path = this.files.nearest(folder);
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
    const own = { ...defaultSettings, ...(path === undefined ? {} : this.readFile(path)) };
    const asked = { ...own, ...this.overrides, rules: { ...own.rules, ...this.overrides.rules } };
    return { ...asked, profiles: [...new Set([...defaultSettings.profiles, ...asked.profiles])] };
  }

  private readFile(path: string): Partial<Settings> {
    const found = this.files.read(path);
    if ('fault' in found) {
      this.faults.push(`${this.show(path)} ${found.fault}.`);
      return {};
    }
    const { settings, problems } = readConfig(found.text);
    for (const { message, line, character } of problems)
      this.faults.push(`${this.show(path)}:${line + 1}:${character + 1}: ${message}`);
    const { theme } = settings;
    return theme === undefined ? settings : { ...settings, theme: resolvePath(path, theme) };
  }
}
