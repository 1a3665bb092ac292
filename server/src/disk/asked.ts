import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPlanName } from '../workspace/file-names.ts';
import { faultOf } from './read-text.ts';
import { withSlashes } from './slashes.ts';
import { planFilesIn } from './walk.ts';

/** A path that somebody named, and the plan files that it means. Paths are absolute, with forward slashes. */
export interface AskedPath {
  /** The folder that was named, or the folder of the file that was named. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** What somebody asked for. */
export interface Asked {
  readonly paths: readonly AskedPath[];
  /** Every file that is meant, once, in the order of the paths. */
  readonly files: readonly string[];
  /** What is wrong with paths that were named: sentences to print. */
  readonly faults: readonly string[];
}

/** Finds the plan files that paths mean: files themselves, and all in folders. No path means the working folder. */
export function findAsked(named: readonly string[], cwd: string): Asked {
  const paths: AskedPath[] = [];
  const faults: string[] = [];
  for (const name of named.length > 0 ? named : ['.']) {
    const found = look(name, cwd);
    if (typeof found === 'string') faults.push(found);
    else paths.push(found);
  }
  const files = [...new Set(paths.flatMap((path) => path.files))].sort();
  return { paths, files, faults };
}

/** The plan files that a path means; a sentence that says why there are none. */
function look(name: string, cwd: string): AskedPath | string {
  try {
    const path = withSlashes(realpathSync(resolve(cwd, name)));
    const stats = statSync(path);
    if (stats.isDirectory()) {
      const files = planFilesIn(path);
      if (files.length > 0) return { folder: path, files };
      const where = name === '.' ? 'this folder' : name;
      return `There is no plan file in ${where}: their names end in “.plan”. To start one: goldthread init`;
    }
    if (!isPlanName(path)) return `${name} is not a plan file: their names end in “.plan”.`;
    if (!stats.isFile()) return `${name} is not a file.`;
    return { folder: path.slice(0, path.lastIndexOf('/')) || '/', files: [path] };
  } catch (error) {
    return `${name} ${faultOf(error)}.`;
  }
}
