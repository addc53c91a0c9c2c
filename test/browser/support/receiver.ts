import type { Browser } from 'puppeteer-core';
import { until } from '../../../src/cli/browser/until.ts';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Cost, EventsMessage } from '../../../src/core/capture/link.ts';
import { parseEventsMessage } from '../../../src/core/capture/parse.ts';

/**
 * A page of the extension that watches every tab and keeps what it is sent: what the page script and the relay deliver,
 * without a panel in between.
 */
export interface Receiver {
  /** All events so far, by document, in the order in which they came. */
  events(): Promise<readonly CapturedEvent[]>;
  /** How many events fell out of the relays' logs, all documents together. */
  lost(): Promise<number>;
  /** What observing each document has cost by its last message. */
  costs(): Promise<readonly Cost[]>;
  /** Waits until the events so far are enough. */
  until(
    what: string,
    enough: (events: readonly CapturedEvent[]) => boolean,
  ): Promise<readonly CapturedEvent[]>;
  /** Stops answering, as if the panel were closed. */
  close(): Promise<void>;
  /** Ends and starts the extension anew, which leaves the scripts in open pages behind. */
  reloadExtension(): Promise<void>;
  /** Forgets everything, answers again, and asks every tab for what it has. */
  open(): Promise<void>;
}

declare global {
  var received: unknown[] | undefined;
  var answering: boolean | undefined;
}

/** The part of the extension API that is used in that page. */
interface ExtensionPage {
  readonly runtime: {
    reload(): void;
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: unknown, reply: (value: unknown) => void) => void,
      ): void;
    };
  };
  readonly tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

export async function openReceiver(browser: Browser): Promise<Receiver> {
  // Loaded over the debugging pipe, the extension may be listed a moment after the browser has started.
  let id: string | undefined;
  await until('the extension', async () => {
    [id] = (await browser.extensions()).keys();
    return id !== undefined;
  });
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/src/devtools/devtools.html`);
  await page.evaluate(listen);

  let messages: EventsMessage[] = [];
  /** Fetches only what is new: a flood is too much to be fetched again and again. */
  const fetchMessages = async (): Promise<readonly EventsMessage[]> => {
    const news = await page.evaluate((from) => globalThis.received?.slice(from) ?? [], messages.length);
    for (const message of news) {
      const parsed = parseEventsMessage(message)?.message;
      if (!parsed) throw new Error(`No message of a relay: ${JSON.stringify(message)}`);
      messages.push(parsed);
    }
    return messages;
  };
  const events = async (): Promise<readonly CapturedEvent[]> =>
    (await fetchMessages()).flatMap(({ document, events }) =>
      events.map((event) => ({ ...event, document: document.id })),
    );
  return {
    events,
    async lost() {
      const byDocument = new Map((await fetchMessages()).map(({ document, lost }) => [document.id, lost]));
      return [...byDocument.values()].reduce((sum, lost) => sum + lost, 0);
    },
    async costs() {
      const byDocument = new Map((await fetchMessages()).map(({ document, cost }) => [document.id, cost]));
      return [...byDocument.values()].flatMap((cost) => cost ?? []);
    },
    async until(what, enough) {
      let seen: readonly CapturedEvent[] = [];
      await until(what, async () => {
        seen = await events();
        return enough(seen);
      });
      return seen;
    },
    async close() {
      await page.evaluate(() => {
        globalThis.answering = false;
      });
    },
    async reloadExtension() {
      // The page that asks for it goes away with the extension.
      await page.evaluate(reload).catch(() => undefined);
    },
    async open() {
      messages = [];
      await page.evaluate(watch);
    },
  };
}

/** Runs in the extension's page. */
function listen(): void {
  const received: unknown[] = [];
  globalThis.received = received;
  globalThis.received = [];
  globalThis.answering = true;
  const name: string = 'chrome';
  const api: ExtensionPage = Reflect.get(globalThis, name);
  api.runtime.onMessage.addListener((message, _sender, reply) => {
    if (!globalThis.answering) return;
    globalThis.received?.push(message);
    reply({ watching: true });
  });
}

/** Runs in the extension's page. */
function reload(): void {
  const name: string = 'chrome';
  const api: ExtensionPage = Reflect.get(globalThis, name);
  api.runtime.reload();
}

/** Runs in the extension's page. */
async function watch(): Promise<void> {
  globalThis.received = [];
  globalThis.answering = true;
  const name: string = 'chrome';
  const api: ExtensionPage = Reflect.get(globalThis, name);
  // All of them: without the permission `tabs` nobody says which tab shows what.
  for (const { id } of await api.tabs.query({})) {
    if (id !== undefined)
      await api.tabs.sendMessage(id, { type: 'cxone-payload/watch', since: {} }).catch(() => null);
  }
}
