import { join } from 'node:path';

/** The folder of the end-to-end tests, and of the repository. */
export const here = import.meta.dirname;
export const root = join(here, '../..');

/** Where the tests leave what they make: bundles, screenshots. */
export const out = join(here, 'dist');

/** The packaged extension. */
export const vsix = join(root, 'dist/goldthread.vsix');

/** The same extension as files in a folder. */
export const unpacked = join(out, 'extension');
