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

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

interface Result extends Counts {
  readonly title: string;
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
    ...(suite ? countTests(report, code) : { ...NONE, [code === 0 ? 'passed' : 'failed']: 1 }),
  };
}

/** Counts the tests in vitest's report. A suite that failed without a failed test (it could not even run) counts as one. */
function countTests(report: string, code: number): Counts {
  if (!existsSync(report)) return { ...NONE, failed: 1 };
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  }: { numPassedTests: number; numFailedTests: number; numPendingTests: number } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped };
}

/** What was skipped is told where something was. */
const tell = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);

const results = STEPS.map(runStep);
const total: Counts = {
  passed: sum(results.map(({ passed }) => passed)),
  failed: sum(results.map(({ failed }) => failed)),
  skipped: sum(results.map(({ skipped }) => skipped)),
};

console.log(`\n── Summary ${'─'.repeat(69)}`);
for (const result of results) {
  const verdict = result.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = tell(result).padEnd(34);
  console.log(`${verdict}  ${result.title.padEnd(18)}  ${counts}  ${result.seconds.toFixed(1)} s`);
}
console.log(`\n${tell(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
