import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is yes.
 *
 * @param what names what is waited for, in the error
 * @throws when there was no yes within `timeout` milliseconds
 */
export async function until(what: string, ask: () => Promise<boolean>, timeout = 30_000): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
    await pause(50);
  }
}
