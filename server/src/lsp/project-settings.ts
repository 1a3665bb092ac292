import { defaultSettings, type Settings } from '../checks/settings.ts';
import { readConfig } from '../config.ts';
import { resolvePath } from '../workspace/host.ts';
import { folderOf } from './paths.ts';

/** What is asked of the plans of a project: the settings of its folders. */
export class ProjectSettings {
  private readonly root: string;
  private readonly byFolder = new Map<string, Settings>();
  /** How often settings were read: another number whenever anything may be asked otherwise than before. */
  changes = 0;

  /** `root` is the folder of the project, above which no settings count. */
  constructor(root: string) {
    this.root = root;
  }

  /** Takes in the text of a file of settings; undefined for one that is gone. */
  read(path: string, text: string | undefined): void {
    this.changes++;
    if (text === undefined) this.byFolder.delete(folderOf(path));
    else {
      const { settings } = readConfig(text);
      const theme = settings.theme === undefined ? {} : { theme: resolvePath(path, settings.theme) };
      this.byFolder.set(folderOf(path), { ...defaultSettings, ...settings, ...theme });
    }
  }

  /**
   * The nearest settings upwards from a file, not above the project. `earlier` gives those of a folder in another state, null for none,
   * undefined where they are the same.
   */
  for(path: string, earlier: (folder: string) => Settings | null | undefined = () => undefined): Settings {
    for (let folder = folderOf(path); folder.startsWith(this.root); folder = folderOf(folder)) {
      const other = earlier(folder);
      const found = other === undefined ? this.byFolder.get(folder) : other;
      if (found) return found;
      if (folder === this.root || folder === '') break;
    }
    return defaultSettings;
  }
}
