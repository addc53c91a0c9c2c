import { MAX_BODY_TEXT, readBody } from './body.ts';
import { apply, list } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import type { Outbox } from './outbox.ts';
import type { Requests } from './requests.ts';
import { wrapOwn } from './wrap.ts';

const TAP = 'sendBeacon';

/** Observes `navigator.sendBeacon` for the URLs that a dialect names; no answer to a beacon can be seen. */
export function tapBeacon(outbox: Outbox, requests: Requests): void {
  const send = (target: unknown, data: unknown): void => {
    const url = observedUrl(target);
    if (url === null) return;
    requests.sent({ via: 'beacon', method: 'POST', url, headers: list() }, (done) =>
      readBody(data, MAX_BODY_TEXT, done),
    );
  };
  wrapOwn(Navigator.prototype, 'sendBeacon', {
    apply(target, self: unknown, args) {
      const queued: unknown = apply(target, self, args);
      // The browser refuses what is too much.
      if (queued === true) outbox.guard(TAP, () => send(args[0], args[1]));
      return queued;
    },
  });
}
