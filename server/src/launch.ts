import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * Runs a program (one file, CommonJS, in ASCII) with what was compiled of it before. The cache that Node has for that holds what
 * is compiled when a file is loaded, and not the functions that are compiled when they are first called: those are most of a start.
 * All of that is kept for the next start, once, `warm` milliseconds after this one or at the program's end: in Node's own folder for
 * the purpose, which is the user's and the version's; where there is none, nothing is kept. Such a program has no `import()` but in a
 * way that Node calls experimental and warns of: it is given `beside(name)`, which imports what stands beside it.
 */
export function launch(program: URL, warm: number): void {
  const filename = fileURLToPath(program);
  const source = readFileSync(filename, 'latin1');
  const kept = keptFile(filename);
  const cachedData = kept === undefined ? undefined : readKept(kept);
  const opening = '(function(exports,require,module,__filename,__dirname,beside){';
  const script = new Script(`${opening}${source}\n})`, {
    filename,
    columnOffset: -opening.length,
    ...(cachedData && { cachedData }),
  });
  const own = { exports: {} };
  const beside = (name: string): Promise<unknown> => import(new URL(name, program).href);
  script.runInThisContext()(own.exports, createRequire(program), own, filename, dirname(filename), beside);
  if (kept === undefined || script.cachedDataRejected === false) return;
  let isKept = false;
  const keep = (): void => {
    if (!isKept) writeKept(kept, script.createCachedData());
    isKept = true;
  };
  setTimeout(keep, warm).unref();
  process.on('exit', keep);
}

/** So much of a path goes into the name of a file. */
const LONGEST = 150;

/**
 * Where what is compiled of a program is kept; undefined where Node keeps nothing. What is compiled is only good for the very same
 * text: a file that is written again has another time.
 */
function keptFile(filename: string): string | undefined {
  module.enableCompileCache?.();
  const folder = module.getCompileCacheDir?.();
  if (!folder) return undefined;
  const { size, mtimeMs } = statSync(filename);
  return join(folder, `${filename.replaceAll(/[^\w.-]+/g, '-').slice(-LONGEST)}-${size}-${mtimeMs}`);
}

function readKept(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Another start may read it at the same time: it is there as a whole or not at all. A program runs without it too. */
function writeKept(path: string, compiled: Buffer): void {
  const part = `${path}.${process.pid}-${performance.now()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, compiled);
    renameSync(part, path);
  } catch {
    rmSync(part, { force: true });
  }
}
