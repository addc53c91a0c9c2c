import { MAX_BODY_TEXT, readBody } from './body.ts';
import { hook } from './hook.ts';
import { apply, list } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import { guard } from './outbox.ts';
import { reportRequest } from './requests.ts';

const TAP = 'sendBeacon';

/** Observes `navigator.sendBeacon` for the URLs that a dialect names; no answer to a beacon can be seen. */
export function tapBeacon(): void {
  const send = (target: unknown, data: unknown): void => {
    const url = observedUrl(target);
    if (url === null) return;
    reportRequest({ via: 'beacon', method: 'POST', url, headers: list() }, (done) =>
      readBody(data, MAX_BODY_TEXT, done),
    );
  };
  hook(Navigator.prototype, 'sendBeacon', {
    apply(target, self: unknown, args) {
      const queued: unknown = apply(target, self, args);
      // The browser refuses what is too much.
      if (queued === true) guard(TAP, () => send(args[0], args[1]));
      return queued;
    },
  });
}
