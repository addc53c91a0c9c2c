import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { Env } from '../compliance/support/behaviour.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { panelHarm, watchPanel } from './support/panel-harm.ts';

/** Short enough for the reason of a close, which takes 123 bytes. */
const TEXTS = {
  'an element': '<img src=x onerror="window.pwned=1">',
  'a script': '</code></td><script>window.pwned=1</script>',
  'an attribute that ends': `"' onmouseover=window.pwned=1 autofocus onfocus=window.pwned=1 x="`,
  'an address that is code': 'javascript:window.pwned=1//',
  'a text that runs from right to left, without width': '\u202e\u200b\u2066crm\u0000_\u2028id\ufeff',
  'a name of the language': '__proto__',
} as const;

let site: PlatformSite;
let inspection: Inspection;
const pageErrors: string[] = [];

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  inspection = await openInspection({ extension });
  inspection.page.on('pageerror', (error) => pageErrors.push(String(error)));
  await watchPanel(inspection.panel);
});

afterAll(async () => {
  await inspection?.close();
  await site?.close();
});

beforeEach(async () => {
  pageErrors.length = 0;
  await inspection.page.goto(site.env.origin);
});

/** Runs in the page: puts a text wherever one goes from a page to the panel. */
async function sayEverywhere(text: string, { socket, api, broken }: Env): Promise<void> {
  history.replaceState(null, '', `/?${text}#${text}`);
  document.title = text;
  const named = { [text]: class {} };
  const Named = named[text] ?? Object;
  const sdk: Record<string, unknown> = {
    startChat: (options: object) => options,
    fail: () => {
      throw new Error(text);
    },
    q: [[text, text]],
  };
  Object.defineProperty(sdk, text, { value: () => text, enumerable: true });
  Reflect.set(window, 'cxoneChat', sdk);
  const call = (method: string, ...args: unknown[]): void => {
    try {
      Reflect.apply(Reflect.get(Reflect.get(window, 'cxoneChat'), method), sdk, args);
    } catch {
      // It was to throw.
    }
  };
  const attributes = { custom: JSON.parse(`{${JSON.stringify(text)}:${JSON.stringify(text)}}`) };
  const element = Object.assign(document.createElement('div'), { id: text });
  call('startChat', { name: text, customerId: text, attributes }, new Named(), element, Symbol(text));
  call(text, text, () => text, new Error(text), [text]);
  call('fail', text);
  Reflect.set(window, 'Genesys', Object.freeze({ [text]: () => text }));
  try {
    new Worker(`data:,/*${text}*/`, { name: text });
    new SharedWorker(`data:,/*shared ${text}*/`, text);
  } catch {
    // Told of or not: it was tried.
  }
  const made = new WebSocket(`${socket}?${text}`, ['a']);
  await new Promise((resolve) => {
    made.onclose = resolve;
    made.onopen = () => {
      made.send(text);
      made.send(
        JSON.stringify({
          type: 'conversation:start',
          conversationId: text,
          attributes,
          [text]: { [text]: text },
        }),
      );
      made.send(JSON.stringify({ type: text, event: text, payload: { attributes } }));
      made.send(new TextEncoder().encode(text));
    };
    let answers = 0;
    made.onmessage = () => {
      answers++;
      if (answers === 4) made.close(3000, text);
    };
  });
  made.dispatchEvent(new CloseEvent('close', { code: 4000, reason: text }));
  const header = encodeURIComponent(text);
  const init = {
    method: 'POST',
    body: JSON.stringify({ [text]: text, attributes }),
    headers: { 'x-own': header },
  };
  await (await fetch(`${api}?${text}`, init)).text();
  await fetch(`${broken}?${text}`, { method: 'PUT', body: text }).catch(() => null);
  navigator.sendBeacon(`${api}?${text}`, text);
  const xhr = new XMLHttpRequest();
  xhr.open('PATCH', `${api}/${text}/echo`, false);
  xhr.setRequestHeader('x-own', header);
  xhr.send(text);
}

/** Looks at everything that the panel can show, as somebody who wants to know would. */
async function lookAround(): Promise<readonly unknown[]> {
  const { panel } = inspection;
  const harm: unknown[] = [];
  for (const opened of ['details:not([open]) > summary', '[aria-expanded="false"]']) {
    await panel.$$eval(opened, (elements) => {
      for (const element of elements) if (element instanceof HTMLElement) element.click();
    });
  }
  const count = (await panel.$$('[data-event]')).length;
  for (let index = 0; index < count; index++) {
    const events = await panel.$$('[data-event]');
    await events[index]?.evaluate((element) => element instanceof HTMLElement && element.click());
    const raw = await panel.$('.details-head [aria-pressed="false"]');
    await raw?.evaluate((element) => element instanceof HTMLElement && element.click());
    harm.push(...(await panelHarm(panel)));
  }
  await panel.locator('[data-action="watched"]').click();
  await panel.waitForSelector('[data-socket]');
  harm.push(...(await panelHarm(panel)));
  await panel.locator('[data-action="close-watched"]').click();
  const seen = await panel.$('[data-action="mapping-from-seen"]');
  await seen?.evaluate((element) => element instanceof HTMLElement && element.click());
  return [count > 0, ...harm, ...(await panelHarm(panel))];
}

test.each(Object.entries(TEXTS))(
  '%s in every place that takes a text is shown as the text that it is',
  async (_, text) => {
    const { page, panel } = inspection;
    await page.evaluate(sayEverywhere, text, site.env);
    await settle(panel);
    expect(await lookAround()).toEqual([true]);
    expect(pageErrors).toEqual([]);
    expect(await page.evaluate(() => [Reflect.has(window, 'pwned'), Reflect.get({}, 'polluted')])).toEqual([
      false,
      null,
    ]);
  },
);
