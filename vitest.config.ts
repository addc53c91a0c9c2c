import { defineConfig } from 'vitest/config';

/**
 * Four projects, by what they need: `unit` needs nothing, `compliance`, `browser` and `soak` need the built extension and
 * a real browser; `soak` takes minutes, and is no part of `npm test`. Those with a browser run one file at a time: two
 * at once need as long, on two cores, and each of them takes twice as long. Nothing is ever retried: a test that passes the second time has found something.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Loading the modules anew for each file takes longer than the tests do. Who stubs something puts it back.
          isolate: false,
          // One more than by default: much of it is waiting for the demo tenant.
          maxWorkers: '100%',
          // Properties are tried on many values, also on a machine that has something else to do.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'compliance',
          include: ['test/compliance/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'soak',
          include: ['test/soak/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
