import { defineConfig } from 'vitest/config';

/**
 * Three projects, by what they need: `unit` needs nothing, `compliance` and `browser` need the built extension and a
 * real browser. The last two run one file at a time, so that no two browsers compete for the cores while one of them
 * is timed. Nothing is ever retried: a test that passes the second time has found something.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
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
    ],
  },
});
