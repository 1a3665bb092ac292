import module from 'node:module';
import process from 'node:process';
import { exitCodes } from './usage-error.ts';

/** The oldest Node that has all that the programs use, as `engines` in package.json says. */
const oldest = 22;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `Goldthread needs Node.js ${oldest} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org, then run the command again.\n`,
  );
  process.exit(exitCodes.usage);
}

// What Node has compiled is kept in the folder for temporary files, so that the next start takes half as long.
module.enableCompileCache?.();

// The server is a program of its own: an editor waits for it, and needs nothing of the command line.
await (process.argv[2] === 'lsp' ? import('../lsp/start.ts') : import('./main-start.ts'));
