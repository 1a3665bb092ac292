import module from 'node:module';

/** When what the server has compiled is kept, in milliseconds after its start: by then it has served its first requests. */
const SERVED = 5_000;

// An editor starts the server by this file, without the command line. What Node has compiled is kept for the next start.
module.enableCompileCache?.();
setTimeout(() => module.flushCompileCache?.(), SERVED).unref();

await import('./node.ts');
