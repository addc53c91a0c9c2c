import { OBSERVED_GLOBALS } from '../core/dialects/observed.ts';
import { createCalls } from './calls.ts';
import { handOver } from './handover.ts';
import { later } from './later.ts';
import { listen } from './listen.ts';
import { createOutbox } from './outbox.ts';
import { createRequests } from './requests.ts';
import { tapBeacon } from './tap-beacon.ts';
import { tapFetch } from './tap-fetch.ts';
import { tapGlobals } from './tap-global.ts';
import { tapWebSocket } from './tap-websocket.ts';
import { tapWorker } from './tap-worker.ts';
import { tapXhr } from './tap-xhr.ts';
import { installed, tapToString } from './wrap.ts';

/**
 * Runs in the page, before its first script: observes, and hands over.
 *
 * What the page could notice if it looked for it, and why it cannot be avoided:
 *
 * - `'cxoneChat' in window` is true before the page defines it, and its descriptor is an accessor: nothing else tells
 *   of a global that comes later.
 * - A class or a function that is assigned to an observed global is not identical to what is read back: only a Proxy
 *   sees calls of it. Methods of an SDK object are Proxies of the originals, in place, for the same reason.
 * - One frame of ours stands in a stack trace that passes through an observed function.
 * - The promise of an observed `fetch` settles some microtasks later: the page gets one that follows the native one, so
 *   that an `unhandledrejection` stays one. The body of its response is read twice.
 * - After an observed request the legacy `RegExp.$1`, `RegExp.lastMatch` … are those of our pattern.
 * - A socket that the page forgets while it is open is kept alive by our listeners.
 * - `Function.prototype.toString` of another window prints our Proxies as nameless native functions.
 * - The traps of a Proxy that is given to an SDK as an argument run once more: nothing can tell a Proxy from its target.
 */
function run(): void {
  const { deliver, offer } = handOver();
  const onHide = (): void => outbox.setLeaving(true);
  const onShow = (): void => outbox.setLeaving(false);
  const watchLeaving = (): void => {
    listen(window, 'pagehide', onHide);
    listen(window, 'pageshow', onShow);
  };
  const outbox = createOutbox((batch) => {
    // Again with each batch: `document.open()` removes all listeners of the window.
    watchLeaving();
    deliver(batch);
  }, later);
  const calls = createCalls(outbox);
  const requests = createRequests(outbox, calls);

  tapToString(offer);
  const look = tapGlobals(OBSERVED_GLOBALS, calls, outbox);
  tapWebSocket(outbox, calls, look);
  tapFetch(outbox, requests, look);
  tapXhr(outbox, requests, look);
  tapBeacon(outbox, requests);
  tapWorker(outbox, 'Worker');
  tapWorker(outbox, 'SharedWorker');

  listen(document, 'readystatechange', look);
  watchLeaving();
}

if (!installed()) run();
