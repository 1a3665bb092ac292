import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/cli/bundle.ts',
    pool: 'threads',
    // No test leaves anything behind in a module, so that each is loaded once and not once for each file of tests.
    isolate: false,
    // Many tests wait for programs that they start, so there is room for one more than there are processors.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
