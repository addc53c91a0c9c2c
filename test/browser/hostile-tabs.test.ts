import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { until } from '../../src/cli/browser/until.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { startChats } from './support/chats.ts';
import { type FrameSite, startFrameSite } from './support/frame-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: FrameSite;
let launched: LaunchedBrowser;
let receiver: Receiver;
let panel: Frame;
let other: Page;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startFrameSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
  other = await launched.browser.newPage();
  ({ panel } = await openPanel(launched.page));
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  await launched.page.goto(`${site.url}/plain`);
  await other.goto(`${site.url}/plain?other`);
  await startChats(launched.page, 2);
  await until('the chats', async () => (await shown()).events === 4);
});

const shown = (): Promise<{ events: number; lost: number; text: string }> =>
  panel.$eval('[data-panel]', (root) => ({
    events: Number(root.getAttribute('data-events')),
    lost: Number(root.getAttribute('data-lost')),
    text: root.textContent ?? '',
  }));

/** Runs code in the world of the relay of a page: with all that a content script of this extension may do. */
async function inRelay(page: Page, code: string): Promise<unknown> {
  const session: CDPSession = await page.createCDPSession();
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: await world,
    expression: code,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value;
}

describe('what another tab sends never reaches this one', () => {
  /** A message that claims to be the next of the document that is shown. */
  async function forgedMessage(): Promise<object> {
    await receiver.open();
    const [event] = await receiver.until('the document', (seen) => seen.some(({ kind }) => kind === 'call'));
    await receiver.close();
    const call = {
      kind: 'call',
      seq: 4,
      time: Date.now(),
      call: 9,
      api: 'cxoneChat',
      method: 'startChat',
      args: [{ attributes: { custom: { forged_key: 'forged' } } }],
    };
    return {
      type: 'cxone-payload/events',
      document: { id: event?.document, url: `${site.url}/plain`, top: true },
      events: [call],
      lost: 3,
    };
  }

  test('as the events of the document that is shown here', async () => {
    const message = JSON.stringify(await forgedMessage());
    const reply = await inRelay(
      other,
      `chrome.runtime.sendMessage(${message}).then((reply) => reply ?? null)`,
    );
    expect(reply).toBeNull();
    await startChats(launched.page, 1);
    await until('the next chat', async () => (await shown()).events >= 6);
    await settle(panel);
    expect(await shown()).toMatchObject({ events: 6, lost: 0 });
    expect((await shown()).text).not.toContain('forged');
  });

  test('though of this tab itself the very same would be taken', async () => {
    const message = JSON.stringify(await forgedMessage());
    const reply = await inRelay(launched.page, `chrome.runtime.sendMessage(${message})`);
    expect(reply).toEqual({ watching: true });
    await until('the message', async () => (await shown()).events === 5);
  });

  test('as a message that was passed on for this tab', async () => {
    const message = await forgedMessage();
    const tab: unknown = await panel.evaluate('chrome.devtools.inspectedWindow.tabId');
    const passedOn = JSON.stringify({ type: 'cxone-payload/forwarded', tab, message });
    const reply = await inRelay(
      other,
      `chrome.runtime.sendMessage(${passedOn}).then((reply) => reply ?? null)`,
    );
    expect(reply).toBeNull();
    await settle(panel);
    expect(await shown()).toMatchObject({ events: 4, lost: 0 });
  });

  test('and its own chats stay its own', async () => {
    await startChats(other, 500);
    await startChats(launched.page, 1);
    await until('the next chat', async () => (await shown()).events >= 6);
    await settle(panel);
    expect(await shown()).toMatchObject({ events: 6, lost: 0 });
  });
});

describe('a page that forges from its first script on, in every frame', () => {
  const FORGING = `
    const forged = { kind: 'call', time: 1, call: 0, api: 'cxoneChat', method: 'startChat', args: ['forged'] };
    const batch = '[' + JSON.stringify(forged) + ']\\n';
    const mine = new EventTarget();
    const own = new Set();
    window.taken = [];
    for (const type of ['cxone-payload:offer', 'cxone-payload:ask', 'batch'])
      addEventListener(type, (event) => own.has(event) || taken.push(type), true);
    const forge = () => {
      for (const target of [window, document, document.documentElement]) {
        for (const type of ['cxone-payload:ask', 'cxone-payload:offer', 'batch', 'global', 'urls']) {
          for (const event of [
            new MouseEvent(type, { relatedTarget: mine, cancelable: true, bubbles: true }),
            new CustomEvent(type, { detail: batch, bubbles: true }),
            new Event(type, { bubbles: true }),
          ]) {
            own.add(event);
            target.dispatchEvent(event);
            if (event.defaultPrevented) taken.push('prevented ' + type);
          }
        }
      }
      for (const type of ['batch', 'global', 'urls']) mine.dispatchEvent(new CustomEvent(type, { detail: batch }));
    };
    forge();
    document.addEventListener('DOMContentLoaded', forge);
    addEventListener('load', forge);
    addEventListener('pageshow', forge);
    setTimeout(() => { forge(); window.forged = true; }, 20);`;

  test('takes no part in the hand-over, and puts nothing into it', async () => {
    const script = `${FORGING} window.cxoneChat = { startChat() {} }; cxoneChat.startChat('honest');`;
    await launched.page.goto(`${site.url}/scripted?${new URLSearchParams({ script })}`);
    await launched.page.waitForFunction(() =>
      [window, ...Array.from(frames, (_, index) => frames[index])].every((scope) =>
        Reflect.get(Object(scope), 'forged'),
      ),
    );
    const taken = await launched.page.evaluate(() =>
      [window, frames[0]].map((scope): unknown => Reflect.get(Object(scope), 'taken')),
    );
    await until('the honest chats', async () => (await shown()).events >= 4);
    await settle(panel);
    expect(taken).toEqual([[], []]);
    // The honest chat of the page, and that of its frame.
    expect(await shown()).toMatchObject({ events: 4, lost: 0 });
    expect((await shown()).text).not.toContain('forged');
  });
});
