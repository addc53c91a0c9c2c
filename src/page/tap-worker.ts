import { now } from './clock.ts';
import { attempt, construct, slice } from './natives.ts';
import { hrefOf } from './observed-url.ts';
import { guard, report } from './outbox.ts';
import { wrapOwn } from './wrap.ts';

const MAX_URL = 2_000;

/** Tells that a worker was started: no socket in a worker can be observed from the page. */
export function tapWorker(key: 'Worker' | 'SharedWorker'): void {
  wrapOwn(window, key, {
    construct(target, args, newTarget) {
      const worker = construct(target, args, newTarget);
      guard(key, () => {
        const url: unknown = attempt(hrefOf, args[0]) ?? args[0];
        const detail = typeof url === 'string' ? slice(url, 0, MAX_URL) : '';
        report({ kind: 'notice', time: now(), code: 'worker', detail });
      });
      return worker;
    },
  });
}
