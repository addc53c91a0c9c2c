import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { importMapping, settle } from '../../src/cli/browser/use-panel.ts';
import { DEMO_MAPPING } from '../../src/cli/demo.ts';
import { worstVerdict } from '../../src/cli/verdict.ts';
import { clickScenario, type Demo, openDemo, readPanel } from './support/demo.ts';

let demo: Demo;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  demo = await openDemo();
});

afterAll(async () => {
  await demo?.close();
  rmSync(folder, { recursive: true });
});

describe('a mapping file that is refused', () => {
  const good = readFileSync(DEMO_MAPPING, 'utf8');

  beforeAll(async () => {
    await clickScenario(demo, 'attributes-custom');
    await readPanel(demo);
  });

  test.each([
    ['is not JSON', good.replace('{', '('), 'json'],
    ['is of an unknown version', good.replace('"version": 1', '"version": 9'), 'version'],
    ['has a key twice', good.replace('"key": "account_tier"', '"key": "crm_customer_id"'), 'duplicate-key'],
    ['has a pattern that is none', good.replace('^CRM-[0-9]{6}$', '('), 'pattern'],
  ])('because it %s is told with line and rule, and the old one stays', async (_, text, rule) => {
    const file = join(folder, `${rule}.json`);
    writeFileSync(file, text);
    await importMapping(demo.panel, file);
    const told = await demo.panel.waitForSelector(`[data-refused="mapping"] [data-rule="${rule}"]`);
    expect(await told?.evaluate((element) => element.textContent)).toMatch(/line \d+:\d+/);
    expect(worstVerdict(await readConversations(demo.panel))).toBe('pass');
  });
});

describe('a page that gives the SDK what JSON cannot carry', () => {
  beforeEach(async () => {
    await demo.page.goto(demo.url);
    // Not `in`: our accessor is there before the page's SDK is.
    await demo.page.waitForFunction(() => Reflect.get(window, 'cxoneChat') !== undefined);
  });

  test('gets its chat, and the panel shows what it gave', async () => {
    const started = await demo.page.evaluate(async () => {
      const options: Record<string, unknown> = {
        name: 'Ada',
        email: 'ada@example.com',
        attributes: { custom: { crm_customer_id: 'CRM-882910' } },
        big: 10n,
        node: document.body,
        call: () => 1,
        many: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index])),
      };
      options.self = options;
      Object.defineProperty(options, 'boom', {
        enumerable: true,
        get: () => {
          throw new Error('boom');
        },
      });
      const cxoneChat: { startChat(given: unknown): Promise<{ session: { conversationId: string } }> } =
        Reflect.get(window, 'cxoneChat');
      return (await cxoneChat.startChat(options)).session.conversationId;
    });
    expect(started).toMatch(/^[0-9a-f-]{36}$/);

    const [conversation] = await readPanel(demo);
    expect(conversation).toMatchObject({ verdict: 'pass', findings: [] });
    expect(conversation?.attributes).toContainEqual(
      expect.objectContaining({ key: 'crm_customer_id', verdict: 'pass' }),
    );
  });
});

describe('frames that are no attributes at all', () => {
  test('leave the page’s socket as it is, and the panel says what it did not keep', async () => {
    await demo.page.goto(demo.url);
    const started = await demo.page.evaluate(async () => {
      const answer = await fetch('/api/v2/conversations/webchat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ organizationId: 'o', deploymentId: 'd', name: 'Ada', email: 'a@example.com' }),
      });
      const session: { eventStreamUri: string; conversationId: string; participantId: string } =
        await answer.json();
      const { eventStreamUri, ...ids } = session;
      const socket = new WebSocket(eventStreamUri, ['webchat.v1']);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      const replied = new Promise<string>((resolve) => {
        socket.addEventListener('message', ({ data }) => {
          if (String(data).includes('conversation:start')) resolve(String(data));
        });
      });
      socket.send('this is not JSON');
      socket.send('{"type":');
      socket.send('x'.repeat(5 * 1024 * 1024));
      socket.send(new Uint8Array([0, 255, 1, 254]));
      socket.send(JSON.stringify({ type: 'conversation:join', ...ids }));
      return JSON.parse(await replied).type;
    });
    expect(started).toBe('conversation:start');

    await settle(demo.panel);
    await demo.panel.locator('[data-event]::-p-text(5.2 MB)').click();
    await demo.panel.waitForSelector('::-p-text(5242880 characters were kept)');
    for (const told of ['this is not JSON', '{"type":', 'binary frame']) {
      expect(await demo.panel.$$(`[data-event]::-p-text(${told})`)).not.toEqual([]);
    }
  });
});
