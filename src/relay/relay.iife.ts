import type { DocumentInfo } from '../core/capture/event.ts';
import { isFields } from '../core/capture/guards.ts';
import { type EventsMessage, LOOK } from '../core/capture/link.ts';
import { parseWatchMessage } from '../core/capture/parse.ts';
import { receiveBatches, type Tell } from './channel.ts';
import { followDeclared } from './declared.ts';
import { decodeBatch } from './decode.ts';
import { extension, isAlive } from './extension.ts';
import { createLog, type Log } from './log.ts';
import { createMeter } from './meter.ts';
import { createPusher } from './pusher.ts';
import { serviceWorkerUrl } from './service-worker.ts';

/** What the log of one document holds at most: about 32 MB of text. */
const LOG_LIMITS = { events: 50_000, weight: 32 * 1024 * 1024 };

const id = crypto.getRandomValues(new Uint32Array(4)).join('-');

const describeDocument = (): DocumentInfo => ({ id, url: location.href, top: window.top === window });

/**
 * Waiting times before a message is sent that could not be delivered before. Firefox's background page, which passes it
 * on, may just be ending, and starts again for a later message: that nobody answered says nothing about the panel.
 */
const PATIENCE_MS = [0, 100, 500];

const meter = createMeter(() => performance.now());

async function send(message: EventsMessage): Promise<boolean> {
  for (const delay of PATIENCE_MS) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      const { cost } = meter;
      const reply: unknown = await meter.time(() => extension?.runtime.sendMessage({ ...message, cost }));
      return isFields(reply) && reply.watching === true;
    } catch {
      // Nobody listens, or the extension is gone.
    }
  }
  return false;
}

/** Runs beside the page, out of its reach: keeps the document's log and answers the panel. */
function run(): void {
  /** Made when there is something to log: most documents never have anything. */
  let log: Log | null = null;
  let leaving = false;
  let tell: Tell | null = null;
  const pusher = createPusher(() => log, describeDocument, send);

  let told = false;
  const openLog = (): Log => {
    log ??= createLog(LOG_LIMITS);
    return log;
  };
  /** Not before there is a log or a reader: a page that nobody looks at pays nothing. */
  const tellServiceWorker = (): void => {
    const detail = told ? null : serviceWorkerUrl();
    if (detail === null) return;
    told = true;
    const kept = openLog();
    kept.add({ kind: 'notice', seq: kept.next, time: Date.now(), code: 'worker', detail });
  };

  const opened = (channel: Tell): void => {
    tell = channel;
    followDeclared(channel);
  };
  const stop = receiveBatches((batch) => {
    if (!isAlive()) {
      stop();
      log = null;
      return;
    }
    // Later, since it must not be cut off where the page's stack ends; asked for now, for the same reason.
    if (!leaving) queueMicrotask(pusher.push);
    watchLifecycle();
    tellServiceWorker();
    const kept = openLog();
    meter.count(batch);
    meter.time(() => {
      for (const event of decodeBatch(batch, kept.next, performance)) kept.add(event);
    });
    if (leaving) pusher.flush();
  }, opened);

  const onHide = (): void => {
    leaving = true;
    pusher.flush();
  };
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    leaving = false;
    if (persisted) pusher.announce();
  };
  /** Again with each batch, since `document.open()` removes all listeners of the window and the document. */
  const watchLifecycle = (): void => {
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    document.addEventListener('prerenderingchange', pusher.release);
  };
  watchLifecycle();
  // A page that is rendered ahead belongs to no tab yet.
  if (Reflect.get(document, 'prerendering') === true) pusher.hold();

  extension?.runtime.onMessage.addListener((message) => {
    const watch = parseWatchMessage(message);
    if (watch) {
      tell?.(LOOK, '');
      tellServiceWorker();
      pusher.watch(watch.since[id] ?? 0);
    }
    return undefined;
  });
}

if (extension) run();
