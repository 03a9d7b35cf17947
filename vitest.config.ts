import { defineConfig } from 'vitest/config';
import Sequencer from './test/support/sequencer.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-folder.ts', 'test/engines/setup.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Files share their worker's modules, which take longer to load than many tests to run.
    isolate: false,
    // Most of the time goes into a few long tests, so no core is left aside.
    maxWorkers: '100%',
    sequence: { sequencer: Sequencer },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
