import { spawnSync } from 'node:child_process';
import type { Browser } from 'puppeteer-core';

/**
 * Does work while the pages of a browser have one core to themselves, and this process and the rest of the browser the
 * others. Where they share, a page waits for its own network process whenever it asks for something, and that differs
 * from start to start by more than an extension costs.
 *
 * It takes Linux, `taskset` and a second core: elsewhere the work is simply done.
 *
 * @param work that navigates only within the processes that the pages have by now
 */
export async function onCoresOfTheirOwn<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  const before = coresOf(process.pid);
  const [first, ...others] = before;
  if (first === undefined || others.length === 0) return work();
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { id, type } of processInfo) pin(id, type === 'renderer' ? [first] : others);
  pin(process.pid, others);
  try {
    return await work();
  } finally {
    pin(process.pid, before);
  }
}

/** @returns the numbers of the cores on which a process may run; none where that cannot be told */
function coresOf(pid: number): readonly number[] {
  const { status, stdout } = spawnSync('taskset', ['-cp', `${pid}`], { encoding: 'utf8' });
  if (status !== 0) return [];
  // "pid 4711's current affinity list: 0-3,6"
  return (stdout.split(':').at(-1) ?? '').split(',').flatMap((range) => {
    const [from = Number.NaN, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

/** With all its threads; a process that has just ended needs no core. */
function pin(pid: number, cores: readonly number[]): void {
  spawnSync('taskset', ['-acp', cores.join(), `${pid}`]);
}
