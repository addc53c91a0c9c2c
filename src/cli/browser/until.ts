import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is yes. An answer that fails is no answer yet.
 *
 * @param what names what is waited for, in the error
 * @throws when there was no yes within `timeout` milliseconds; its cause is the last failure
 */
export async function until(what: string, ask: () => Promise<boolean>, timeout = 30_000): Promise<void> {
  const end = performance.now() + timeout;
  for (;;) {
    let cause: unknown;
    try {
      if (await ask()) return;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end)
      throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`, { cause });
    await pause(50);
  }
}
