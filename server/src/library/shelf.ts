import { largestPicture } from '../documents/edition/picture.ts';
import { type PictureBytes, pictureFaults } from '../documents/edition/pictures.ts';
import { readTheme } from '../documents/theme/read-theme.ts';
import type { SettingsFiles } from '../settings-finder.ts';
import { settingsName } from '../workspace/file-names.ts';
import { type Host, resolvePath } from '../workspace/host.ts';
import type { Ground, ThemeRead } from './ground.ts';

const BOM = '\uFEFF';

/** The files of a ground with changes over them that are in memory. The texts of plans are held by the engine as well. */
export class Shelf implements Host {
  readonly ground: Ground;
  /** By path; null for what was taken away. */
  private readonly changes = new Map<string, string | Uint8Array | null>();

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** Puts a file there, or takes it away with null. */
  put(path: string, content: string | Uint8Array | null): void {
    this.changes.set(path, content);
  }

  read(path: string): string | undefined {
    const changed = this.changes.get(path);
    if (changed === undefined) return this.ground.read(path);
    return changed === null ? undefined : textOf(changed);
  }

  exists(path: string): boolean {
    const changed = this.changes.get(path);
    return changed === undefined ? this.ground.exists(path) : changed !== null;
  }

  /** The bytes of a picture. */
  picture(path: string): PictureBytes {
    return this.changes.has(path) ? this.changed(path, largestPicture) : this.ground.picture(path);
  }

  /** The bytes of a document of Word whose styles are to be taken. */
  template(path: string): PictureBytes {
    return this.changes.has(path) ? this.changed(path) : this.ground.template(path);
  }

  /** A theme, with the files that it names. */
  theme(path: string): ThemeRead {
    const { ground } = this;
    if (ground.theme && !this.changes.has(path)) return ground.theme(path);
    const text = this.read(path);
    if (text === undefined) return { theme: undefined, faults: [`${ground.show(path)} is not there.`] };
    const { theme, problems } = readTheme(text, (written, most) => this.changed(resolvePath(path, written), most));
    const faults = problems.map(
      ({ message, line, character }) => `${ground.show(path)}:${line + 1}:${character + 1}: ${message}`,
    );
    return { theme, faults };
  }

  private changed(path: string, most = Number.POSITIVE_INFINITY): PictureBytes {
    const content = this.changes.get(path) ?? null;
    if (content === null) return { fault: 'is not there' };
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return bytes.length <= most ? bytes : pictureFaults.tooLarge(bytes.length, most);
  }

  /** The settings of the ground, with those in memory over them. */
  get settings(): SettingsFiles {
    const { settings } = this.ground;
    return {
      nearest: (folder) => {
        const known = settings.nearest(folder);
        const own = [...this.changes.keys()].filter((path) => isSettings(path) && holds(path, folder));
        return [...own, ...(known === undefined ? [] : [known])].sort((a, b) => b.length - a.length)[0];
      },
      read: (path) => {
        const changed = this.changes.get(path);
        if (changed === undefined) return settings.read(path);
        // Settings that were taken away ask for nothing.
        return { text: changed === null ? '{}' : textOf(changed) };
      },
    };
  }
}

/** A text without a byte-order mark. */
export function textOf(content: string | Uint8Array): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.startsWith(BOM) ? text.slice(1) : text;
}

/** True for the path of settings. */
export const isSettings = (path: string): boolean => path === settingsName || path.endsWith(`/${settingsName}`);

/** True where a folder is that of some settings, or stands in it. */
function holds(path: string, folder: string): boolean {
  const above = path.slice(0, -settingsName.length);
  return above === '' || `${folder}/`.startsWith(above);
}
