import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultOf } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import { planFilesIn } from '../disk/walk.ts';
import { isPlanName } from '../workspace/file-names.ts';
import { UsageError } from './usage-error.ts';

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
    try {
      paths.push(look(name, cwd));
    } catch (error) {
      faults.push(error instanceof UsageError ? error.message : `${name} ${faultOf(error)}.`);
    }
  }
  const files = [...new Set(paths.flatMap((path) => path.files))].sort();
  return { paths, files, faults };
}

function look(name: string, cwd: string): AskedPath {
  const path = withSlashes(realpathSync(resolve(cwd, name)));
  const stats = statSync(path);
  if (stats.isDirectory()) {
    const files = planFilesIn(path);
    if (files.length > 0) return { folder: path, files };
    const where = name === '.' ? 'this folder' : name;
    throw new UsageError(
      `There is no plan file in ${where}: their names end in “.plan”. To start one: goldthread init`,
    );
  }
  if (!isPlanName(path)) throw new UsageError(`${name} is not a plan file: their names end in “.plan”.`);
  if (!stats.isFile()) throw new UsageError(`${name} is not a file.`);
  return { folder: path.slice(0, path.lastIndexOf('/')) || '/', files: [path] };
}
