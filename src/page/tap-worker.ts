import { now } from './clock.ts';
import { attempt, construct, isObject, reader, slice } from './natives.ts';
import type { Outbox } from './outbox.ts';
import { wrapOwn } from './wrap.ts';

const MAX_URL = 2_000;
const hrefOf = reader(URL.prototype, 'href');

/** Tells that a worker was started: no socket in a worker can be observed from the page. */
export function tapWorker(outbox: Outbox, key: 'Worker' | 'SharedWorker'): void {
  wrapOwn(window, key, {
    construct(target, args, newTarget) {
      const worker = construct(target, args, newTarget);
      outbox.guard(key, () => {
        const url: unknown = isObject(args[0]) ? attempt(hrefOf, args[0]) : args[0];
        const detail = typeof url === 'string' ? slice(url, 0, MAX_URL) : '';
        outbox.add({ kind: 'notice', time: now(), code: 'worker', detail });
      });
      return worker;
    },
  });
}
