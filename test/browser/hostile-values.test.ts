import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { importMapping, settle } from '../../src/cli/browser/use-panel.ts';
import { DEMO_MAPPING, SCENARIO_DONE } from '../../src/cli/demo.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { type Demo, openDemo } from './support/demo.ts';
import { HOSTILE_VALUES } from './support/hostile-values.ts';
import { panelHarm, watchPanel } from './support/panel-harm.ts';

let demo: Demo;
let echo: PlatformSite;
const pageErrors: string[] = [];

beforeAll(async () => {
  demo = await openDemo();
  echo = await startPlatformSite();
  demo.page.on('pageerror', (error) => pageErrors.push(String(error)));
  await watchPanel(demo.panel);
});

afterAll(async () => {
  await demo?.close();
  await echo?.close();
});

beforeEach(async () => {
  pageErrors.length = 0;
  await demo.page.goto(demo.url);
  await importMapping(demo.panel, DEMO_MAPPING);
});

/** Opens the first events of the timeline, as somebody who wants to know would. */
async function lookAtEvents(): Promise<void> {
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const events = await demo.panel.$$('[data-event]');
    await events[index]?.evaluate((element) => element instanceof HTMLElement && element.click());
  }
}

test.each(Object.entries(HOSTILE_VALUES))(
  '%s: harms neither page nor panel, and the honest chat is seen',
  async (_, make) => {
    const { env } = echo;
    await demo.page.evaluate(`void (window.hostile = (${String(make)})())`);
    const given: unknown = await demo.page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const value: unknown = Reflect.get(window, 'hostile');
          const seen: unknown[] = [];
          const stub = { startChat: (options: unknown) => options };
          Reflect.set(window, 'brandembassy', stub);
          seen.push(stub.startChat(value) === value, Reflect.get(window, 'effects') ?? 0);
          const text = ((): string => {
            try {
              return JSON.stringify({ type: 'conversation:start', attributes: { custom: value } });
            } catch {
              // Too deep to be written by the language itself.
              return `{"type":"conversation:start","attributes":{"custom":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`;
            }
          })();
          const before = Reflect.get(window, 'effects') ?? 0;
          const socket = new WebSocket(url);
          socket.onopen = () => socket.send(text);
          socket.onmessage = ({ data }) => {
            seen.push(data === text, (Reflect.get(window, 'effects') ?? 0) === before);
            resolve(seen);
          };
        }),
      env.socket,
    );
    expect(given).toEqual([true, 0, true, true]);
    await settle(demo.panel);
    await lookAtEvents();
    expect(await panelHarm(demo.panel)).toEqual([]);

    await demo.page.locator('button[name="scenario"][value="attributes-custom"]').click();
    await demo.page.waitForSelector(SCENARIO_DONE);
    await settle(demo.panel);
    // It has rested once by now; on a busy machine the last answer of the tenant may be still under way.
    await expect
      .poll(async () => (await readConversations(demo.panel)).map(({ verdict }) => verdict), {
        timeout: 45_000,
      })
      .toContain('pass');
    expect(await panelHarm(demo.panel)).toEqual([]);
    expect(pageErrors).toEqual([]);
    expect(
      await demo.page.evaluate(() => [Reflect.has(window, 'pwned'), Reflect.get({}, 'polluted')]),
    ).toEqual([false, null]);
  },
);

test('eight frames of 10 MB leave neither page nor panel larger than what is kept of them', async () => {
  // The panel has a process of its own.
  const panelTarget = demo.page
    .browser()
    .targets()
    .find((target) => target.url() === demo.panel.url());
  if (!panelTarget) throw new Error('The panel has no target.');
  const sessions = [await demo.page.createCDPSession(), await panelTarget.createCDPSession()];
  const heaps = (): Promise<readonly number[]> =>
    Promise.all(
      sessions.map(async (session) => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      }),
    );
  const before = await heaps();
  await demo.page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url);
        const text = 'x'.repeat(10 * 1024 * 1024);
        let answers = 0;
        socket.onopen = () => socket.send(text);
        socket.onmessage = () => {
          answers++;
          if (answers === 4) resolve(null);
          else socket.send(text);
        };
      }),
    echo.env.socket,
  );
  await settle(demo.panel);
  // 256 KB are kept of each, both ways, and never the rest along with them.
  for (const [index, size] of (await heaps()).entries()) {
    expect(size - (before[index] ?? 0)).toBeLessThan(40 * 1024 * 1024);
  }
  expect(await panelHarm(demo.panel)).toEqual([]);
});

test('of a page that makes up names without end, two hundred are judged and shown, and the others are counted', async () => {
  await demo.page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url);
        const send = (type: string, custom: object): void =>
          socket.send(JSON.stringify({ type, conversationId: 'made-up', attributes: { custom } }));
        socket.onopen = () => {
          send('conversation:join', { crm_customer_id: 'CRM-882910' });
          for (let i = 0; i < 300; i++) send('message', { [`made_up_${i}`]: 'x' });
        };
        socket.onmessage = ({ data }) => String(data).includes('made_up_299') && resolve(null);
      }),
    echo.env.socket,
  );
  await settle(demo.panel);
  await demo.panel.waitForFunction(
    () => document.querySelectorAll('[data-attribute][data-key^="made_up_"]').length === 200,
  );
  const [shown] = await readConversations(demo.panel);
  expect(shown?.notes.join()).toContain('100');
  expect(await panelHarm(demo.panel)).toEqual([]);
});
