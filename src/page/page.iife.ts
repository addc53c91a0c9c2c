import { LOOK, OBSERVE_GLOBAL, OBSERVE_URLS } from '../core/capture/link.ts';
import { channel } from './handover.ts';
import { tapToString } from './hook.ts';
import { listen } from './listen.ts';
import { lookAgain } from './looks.ts';
import { reader } from './natives.ts';
import { observeUrls } from './observed-url.ts';
import { watchLeaving } from './outbox.ts';
import { tapBeacon } from './tap-beacon.ts';
import { tapFetch } from './tap-fetch.ts';
import { tapGlobal, tapGlobals } from './tap-global.ts';
import { tapWebSocket } from './tap-websocket.ts';
import { tapWorker } from './tap-worker.ts';
import { tapXhr } from './tap-xhr.ts';

/**
 * Runs in the page, before its first script: observes, and hands over.
 *
 * What the page could notice if it looked for it, and why it cannot be avoided:
 *
 * - `'cxoneChat' in window` is true before the page defines it, its descriptor is an accessor, reading or (in strict
 *   code) assigning the undeclared name is no ReferenceError, `defineProperty` without flags leaves it configurable, and
 *   with a getter alone leaves it our setter, which does nothing; a `var` of that name can be deleted, and declared again
 *   with `let`; among the names of the window it stands where we put it: nothing but an accessor tells of a global that
 *   comes later.
 * - A class or a function that is assigned to an observed global is not identical to what is read back: only a Proxy
 *   sees calls of it. Methods of an SDK object are Proxies of the originals, in place, for the same reason. Within the
 *   methods of a class `this` is the class itself, since a Proxy has none of its private names; but an instance's
 *   `constructor` is the Proxy, since it must be what the global holds, and has no private statics.
 * - One frame of ours stands in a stack trace that passes through an observed function.
 * - The promise of an observed `fetch` settles some microtasks later: the page gets one that follows the native one, so
 *   that an `unhandledrejection` stays one. The body of its response is read twice, and the connection of one that the
 *   page cancels stays in use for up to five seconds.
 * - After an observed request the legacy `RegExp.$1`, `RegExp.lastMatch` … are those of our pattern.
 * - A socket that the page forgets while it is open is kept alive by our listeners. Chromium keeps it in any case.
 * - `Function.prototype.toString` of another window prints our Proxies as nameless native functions.
 * - The traps of a Proxy that is given to an SDK as an argument run once more: nothing can tell a Proxy from its target.
 */
/** Only the relay reaches the channel, and it says nothing but texts. */
const detailOf: (event: unknown) => string = reader(CustomEvent, 'detail');

watchLeaving();
tapToString();
tapGlobals();
listen(document, 'readystatechange', lookAgain);
tapWebSocket();
tapFetch();
tapXhr();
tapBeacon();
tapWorker('Worker');
tapWorker('SharedWorker');
// What a mapping declares becomes known a moment later: the extension's storage cannot be read at once.
// Somebody has begun to read.
listen(channel, LOOK, lookAgain);
listen(channel, OBSERVE_GLOBAL, (event) => tapGlobal(detailOf(event)));
listen(channel, OBSERVE_URLS, (event) => observeUrls(detailOf(event)));
