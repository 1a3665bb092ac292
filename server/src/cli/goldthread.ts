import module from 'node:module';
import process from 'node:process';

// What Node has compiled is kept in the folder for temporary files, so that the next start takes half as long.
module.enableCompileCache?.();

// The server is a program of its own: an editor waits for it, and needs nothing of the command line.
await (process.argv[2] === 'lsp' ? import('../lsp/node.ts') : import('./main.ts'));
