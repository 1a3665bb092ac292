import { spawnSync } from 'node:child_process';

/** The programs that documents are read back with, each with the package of Debian that has it. */
const packages = {
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer-nogui',
};

export type Tool = keyof typeof packages;

const known = new Map<Tool, boolean>();

/** True where a program can be run. */
function has(tool: Tool): boolean {
  let found = known.get(tool);
  if (found === undefined) {
    const { error } = spawnSync(tool, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    found = error === undefined;
    known.set(tool, found);
  }
  return found;
}

/** Why some checks can’t be made here, in a sentence; undefined where everything that they need is there. */
export function missing(tools: readonly Tool[]): string | undefined {
  const absent = tools.filter((tool) => !has(tool));
  if (absent.length === 0) return undefined;
  const wanted = new Set(absent.map((tool) => packages[tool]));
  return `There is no ${absent.join(', ')} here. On Debian: apt-get install --no-install-recommends ${[...wanted].join(' ')}.`;
}

/** What a program says on its output. Throws, with what it says of its errors, where it fails or takes longer than a minute. */
export function run(tool: Tool, args: readonly string[], folder?: string): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
  // Status 3 of qpdf: it has something to say of a file that it has read.
  if (error || (status !== 0 && !(tool === 'qpdf' && status === 3)))
    throw new Error(`${tool} ${args.join(' ')} ended with ${status}: ${error?.message ?? ''}${stderr}`);
  return stdout;
}
