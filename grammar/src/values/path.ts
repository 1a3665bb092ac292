import type { KeyLanguage } from '../vocabulary/index.ts';
import { faulty, found, type Result } from './result.ts';
import { type Whys, whysIn } from './whys.ts';

/** Where another file stands, seen from the file that names it. */
export interface RelativePath {
  /** The path as written. */
  readonly text: string;
  /**
   * The folders to go through and the file, without `.` and with `..` taken back where a folder stands before it: what
   * `..` is left stands first, and climbs out of the folder of the file that names the path.
   */
  readonly segments: readonly string[];
}

/**
 * Reads a path that is relative to the file it stands in, with forward slashes: `data/asb.csv`, `../shared.plan`.
 * Whether it leaves the workspace is for the reader of the workspace to say.
 */
export function readPath(text: string, language: KeyLanguage = 'en'): Result<RelativePath> {
  const whys = whysIn[language];
  const control = text.search(/\p{Cc}/u);
  if (control >= 0) return faulty(whys.pathLetters, control, control + 1);
  const quotation = /^(["'])(.+)\1$/.exec(text) ?? /^([“‘])(.+)[”’]$/.exec(text);
  if (quotation)
    return faulty(whys.pathQuoted, 0, text.length, {
      meant: quotation[2],
    });
  const wholeFault = notRelative(text, whys);
  if (wholeFault !== undefined) return faulty(wholeFault, 0, text.length);
  if (text.includes('\\'))
    return faulty(whys.pathSlashes, 0, text.length, {
      meant: text.replaceAll('\\', '/'),
    });
  if (text.startsWith('/'))
    return faulty(whys.pathFromHere, 0, text.length, {
      meant: text.slice(1),
    });
  const segments = segmentsOf(text);
  if (segments.length === 0 || segments.at(-1) === '..' || text.endsWith('/'))
    return faulty(whys.pathOfFolder, 0, text.length);
  return found({ text, segments });
}

/** Why a path is not one from this file's folder; undefined where it may be. */
function notRelative(text: string, whys: Whys): string | undefined {
  if (/^[a-z]:/i.test(text) || /^[\\/]{2}/.test(text)) return whys.pathOfComputer;
  if (/^[a-z][a-z\d+.-]{1,20}:/i.test(text)) return whys.pathOnWeb;
  return undefined;
}

function segmentsOf(text: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    const last = segments.at(-1);
    if (segment === '..' && last !== undefined && last !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments;
}
