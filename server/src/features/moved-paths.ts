import { entriesOf, readPath, textOf, valueSpan } from '@goldthread/grammar';
import type { FileEdit } from '../checks/diagnose.ts';
import { pathFrom } from '../checks/reference/words.ts';
import { resolvePath } from '../workspace/host.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { proseLinks } from './prose-links.ts';

/** A file or folder that is renamed or moved. Both paths as the workspace knows files; a folder without a slash at its end. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where a file stands after some moves; undefined where it stays. */
export function movedTo(path: string, moves: readonly Move[]): string | undefined {
  const name = path.normalize('NFC');
  for (const { from, to } of moves) {
    const moved = from.normalize('NFC');
    if (name === moved) return to;
    if (name.startsWith(`${moved}/`)) return to + name.slice(moved.length);
  }
  return undefined;
}

/** Whether a plan file may have to be mended after some moves: it is moved itself, or the name of what is moved stands in it. Cheap. */
export function mayName(path: string, text: string, moves: readonly Move[]): boolean {
  if (movedTo(path, moves) !== undefined) return true;
  if (encodedLink.test(text)) return true;
  return moves.some(({ from }) => {
    const name = from.slice(from.lastIndexOf('/') + 1);
    return text.includes(name.normalize('NFC')) || text.includes(name.normalize('NFD'));
  });
}

/** A Markdown link with a character in it that is written by its number. */
const encodedLink = /\]\([^)\s]{0,300}%[\da-f]{2}/i;

/**
 * The edits that keep the paths of a plan file right when files are renamed or moved: parts that it includes, pictures and tables of
 * figures that it names, Markdown links in its prose; those too that change because the plan file itself is moved. They are for the
 * file where it stands before the moves. A path that led nowhere is not touched unless it led to what is moved.
 */
export function mendedPaths(file: PlanFile, moves: readonly Move[]): FileEdit[] {
  const home = movedTo(file.path, moves) ?? file.path;
  const after = (written: string): string | undefined => {
    const target = resolvePath(file.path, written);
    if (climbs.test(target)) return undefined;
    const moved = movedTo(target, moves) ?? target;
    if (resolvePath(home, written).normalize('NFC') === moved.normalize('NFC')) return undefined;
    return rootOf(home) === rootOf(moved) && !unwritable.test(moved) ? pathFrom(home, moved) : undefined;
  };
  const edits: FileEdit[] = [];
  for (const placed of file.blocks) {
    const { block } = placed;
    for (const entry of entriesOf(block)) {
      const { definition } = entry;
      if (definition?.item !== false) continue;
      if (definition.type === 'path') {
        const written = textOf(block, entry);
        const newText = !written || readPath(written).fault ? undefined : after(written);
        const { start, end } = valueSpan(block, entry);
        if (newText !== undefined) edits.push({ file: file.path, range: placed.range(start, end), newText });
      } else if (definition.type === 'prose') {
        const span = valueSpan(block, entry);
        for (const { start, end, path, write } of proseLinks(block.text, span.start, span.end)) {
          const target = after(path);
          if (target === undefined) continue;
          edits.push({ file: file.path, range: placed.range(start, end), newText: write(target) });
        }
      }
    }
  }
  return edits;
}

/** A path that leads out of the folders that the program sees. */
const climbs = /(?:^|\/)\.\.(?:\/|$)/;
/** A path that cannot stand in one line of a plan. */
const unwritable = /[\r\n\\]|^\s|\s$/;

/** The scheme or drive that a path begins with: no path leads from one to another. */
const rootOf = (path: string): string => /^\/?[a-z][a-z\d+.-]*:/i.exec(path)?.[0] ?? '';
