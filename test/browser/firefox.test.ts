import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox, missingFirefox } from '../../src/cli/browser/find-firefox.mjs';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { DEMO_MAPPING, mappingOf, SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import type { Chat, ChatOptions } from '../site/page/types.ts';
import { type Site, startSite } from '../site/server.ts';
import { type Firefox, openFirefox } from './support/firefox.ts';
import { importMappingInFirefox, readFirefoxPanel, type ShownInFirefox } from './support/firefox-panel.ts';
import type { FirefoxPanel } from './support/firefox-toolbox.ts';

const there = findFirefox() !== null;
// The reporter counts what is skipped, and does not say why.
if (!there) console.warn(`Skipped: ${missingFirefox()}`);

/** Firefox has its own way between page and panel, and its own rules of when a page is kept and a background ends. */
describe.skipIf(!there)('in the toolbox of Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  let panel: FirefoxPanel;

  beforeAll(async () => {
    const extension = await buildExtension('firefox');
    site = await startSite();
    firefox = await openFirefox(extension);
    await firefox.goTo(scenarioUrl(site.url, 'thread-customer-id'));
    const done = (selector: string): boolean => document.querySelector(selector) !== null;
    await until('the end of the scenario', () => firefox.inPage(done, SCENARIO_DONE));
    panel = await firefox.openPanel();
  });

  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  const expectShown = (expected: Partial<ShownInFirefox>): Promise<void> =>
    expect.poll(() => readFirefoxPanel(panel), { timeout: 45_000 }).toMatchObject(expected);

  /** Opens the demo's page with no scenario: it has the SDK, a moment after it was loaded, and does nothing by itself. */
  const goToIdlePage = async (): Promise<void> => {
    await firefox.goTo(site.url);
    const hasSdk = (): boolean => Reflect.get(window, 'cxoneChat') !== undefined;
    await until('the SDK of the page', () => firefox.inPage(hasSdk));
  };

  /** Starts a chat there. */
  const startChat = (options: ChatOptions, end = false): Promise<void> =>
    firefox.inPage(
      async (given, ends) => {
        const sdk: { startChat(options: ChatOptions): Promise<Chat> } = Reflect.get(window, 'cxoneChat');
        const chat = await sdk.startChat({ name: 'Ada', email: 'ada@example.com', ...given });
        if (ends) chat.end();
      },
      options,
      end,
    );
  const right: ChatOptions = { attributes: { custom: { crm_customer_id: 'CRM-882910' } } };
  const stripped: ChatOptions = { customerId: 'CRM-882910' };

  test('a panel that opens after the chat has started shows what was lost, and where', async () => {
    await expectShown({
      verdicts: ['fail'],
      findings: ['identity/transient-only'],
      trace: { customerId: 'misplaced absent absent absent absent' },
    });
  });

  test('an open panel follows the tab to its next page', async () => {
    await firefox.goTo(scenarioUrl(site.url, 'attributes-custom'));
    await expectShown({
      verdicts: ['pass'],
      findings: [],
      trace: { crm_customer_id: 'seen seen seen seen seen', account_tier: 'seen seen seen seen seen' },
    });
  });

  test('a widget in a frame of another origin is judged by the imported mapping', async () => {
    await firefox.goTo(scenarioUrl(site.url, 'widget-in-iframe'));
    await expectShown({ verdicts: ['fail'] });
    await importMappingInFirefox(panel, DEMO_MAPPING);
    await expectShown({
      verdicts: ['fail'],
      findings: ['place/wrong-namespace'],
      trace: { crm_customer_id: 'seen misplaced misplaced absent absent' },
    });
  });

  test('a socket of a worker is told of by its address, and that its frames cannot be seen', async () => {
    await goToIdlePage();
    // Older than the worker's, so that it would be among them by then; but it is hooked.
    await startChat(right);
    const stream = `${site.url.replace('http', 'ws')}/?of=a-worker`;
    await firefox.inPage((url) => {
      const script = `new WebSocket(${JSON.stringify(url)})`;
      new Worker(URL.createObjectURL(new Blob([script])));
    }, stream);
    await expectShown({ notices: { worker: 1, 'wire-url': 1 }, unhooked: [stream], verdicts: ['pass'] });
  });

  test('an SDK that a script declares with let is told as one that cannot be observed', async () => {
    await goToIdlePage();
    await firefox.inPage(() => {
      const script = document.createElement('script');
      script.textContent = 'let brandembassy = () => 1;';
      document.head.append(script);
    });
    await expectShown({ notices: { 'not-on-window': 1 } });
  });

  test('a page that comes back from the back/forward cache is shown again, and goes on', async () => {
    await goToIdlePage();
    await firefox.inPage(() => {
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'cameBack', persisted));
    });
    // Firefox keeps no page with an open socket.
    await startChat(right, true);
    await expectShown({ verdicts: ['pass'], ended: 1 });
    await firefox.goTo(scenarioUrl(site.url, 'thread-customer-id'));
    await expectShown({ verdicts: ['fail'], ended: 0 });

    await firefox.goBack();
    await expectShown({ verdicts: ['pass'], ended: 1 });
    expect(await firefox.inPage(() => Reflect.get(window, 'cameBack'))).toBe(true);
    await startChat(stripped);
    await expectShown({ verdicts: ['pass', 'fail'], findings: ['identity/transient-only'] });
  });

  test('a chat is seen while the background page is not running, and so is the next page', async () => {
    await goToIdlePage();
    await expectShown({ verdicts: [] });
    await firefox.endBackground();
    await startChat(right);
    await expectShown({ verdicts: ['pass'] });

    await firefox.endBackground();
    await firefox.goTo(scenarioUrl(site.url, 'thread-customer-id'));
    await expectShown({ verdicts: ['fail'], findings: ['identity/transient-only'] });
  });

  test('a declared dialect is observed once its mapping is imported, and from then on as a page loads', async () => {
    const played = scenarioUrl(site.url, 'acme-gateway/healthy');
    const isObserved = (): boolean => Object.getOwnPropertyDescriptor(window, 'acmeChat')?.get !== undefined;
    await firefox.goTo(played);
    await expectShown({ verdicts: [] });
    await importMappingInFirefox(panel, mappingOf('acme-gateway/healthy'));
    await until('the global to be observed', () => firefox.inPage(isObserved));
    await firefox.goTo(played);
    await expectShown({
      verdicts: ['pass'],
      findings: [],
      trace: {
        customer_id: 'seen absent seen seen seen',
        order_note: 'seen absent seen seen seen',
      },
    });
  });

  test('the last calls of a page that is left arrive, though the background page has to start for them', async () => {
    await goToIdlePage();
    await expectShown({ events: 0 });
    await panel.read((document) => document.querySelector<HTMLElement>('[data-action="preserve"]')?.click());
    await firefox.endBackground();
    await firefox.inPage((calls) => {
      for (let call = 0; call < calls; call += 1) {
        // Without a chat there is nobody to give attributes to.
        try {
          Reflect.get(window, 'cxoneChat').setAttributes({ custom: { call } });
        } catch {
          // It has been made all the same.
        }
      }
      location.assign('/?left');
    }, 1000);
    // Each call, and what it threw.
    await expectShown({ events: 2000, lost: 0 });
  });
});
