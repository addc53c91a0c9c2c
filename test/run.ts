/**
 * `npm test`: every check of the project, one after the other, all of them whatever the earlier ones said. The last
 * line counts: a test suite by its tests, any other step as one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../src/cli/npm.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const RESULTS = join(ROOT, 'test-results');

/** A script of package.json; a suite is one that vitest runs. */
const STEPS = [
  { title: 'Lint and format', script: 'lint' },
  { title: 'Types', script: 'types' },
  { title: 'Dead code', script: 'dead-code' },
  { title: 'Build', script: 'build' },
  { title: 'Build for Firefox', script: 'build-firefox' },
  { title: 'Sizes', script: 'sizes' },
  { title: 'Extension', script: 'lint-extension' },
  { title: 'Unit tests', script: 'unit', suite: true },
  { title: 'Compliance tests', script: 'compliance', suite: true },
  { title: 'Browser tests', script: 'browser', suite: true },
] as const satisfies readonly Step[];

interface Step {
  readonly title: string;
  readonly script: string;
  readonly suite?: boolean;
}

interface Result {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

function runStep({ title, script, suite = false }: Step): Result {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
  const report = join(RESULTS, `${script}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const started = performance.now();
  const code = npm(['run', '--silent', script, ...(suite ? ['--', ...reporters] : [])], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    title,
    seconds,
    ...(suite ? countTests(report, code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }),
  };
}

/** Counts the tests in vitest's report. A suite that failed without a failed test (it could not even run) counts as one. */
function countTests(report: string, code: number): { passed: number; failed: number } {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);

const results = STEPS.map(runStep);
const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));

console.log(`\n── Summary ${'─'.repeat(69)}`);
for (const result of results) {
  const verdict = result.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${result.passed} passed, ${result.failed} failed`;
  console.log(`${verdict}  ${result.title.padEnd(18)}  ${counts.padEnd(24)}  ${result.seconds.toFixed(1)} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
