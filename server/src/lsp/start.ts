import { enableCompileCache } from 'node:module';

// An editor starts the server by this file, without the command line. What Node has compiled is kept for the next start.
enableCompileCache?.();

await import('./node.ts');
