import { now } from './clock.ts';
import { label } from './describe.ts';
import { hook } from './hook.ts';
import { attempt, construct } from './natives.ts';
import { hrefOf } from './observed-url.ts';
import { guard, report } from './outbox.ts';

/** Tells that a worker was started: no socket in a worker can be observed from the page. */
export function tapWorker(key: 'Worker' | 'SharedWorker'): void {
  hook(window, key, {
    construct(target, args, newTarget) {
      const worker = construct(target, args, newTarget);
      guard(key, () => {
        const detail = label(attempt(hrefOf, args[0]) ?? args[0]);
        report({ kind: 'notice', time: now(), code: 'worker', detail });
      });
      return worker;
    },
  });
}
