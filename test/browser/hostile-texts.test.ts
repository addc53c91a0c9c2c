import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { Env } from '../compliance/support/behaviour.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { panelHarm, watchPanel } from './support/panel-harm.ts';

/** Short enough for the reason of a close, which takes 123 bytes. */
const TEXTS: Readonly<Record<string, string>> = {
  'an element': '<img src=x onerror="window.pwned=1">',
  'a script': '</code></td><script>window.pwned=1</script>',
  'an attribute that ends': `"' onmouseover=window.pwned=1 autofocus onfocus=window.pwned=1 x="`,
  'an address that is code': 'javascript:window.pwned=1//',
  'a text that runs from right to left, without width': '\u202e\u200b\u2066crm\u0000_\u2028id\ufeff',
  'a name of the language': '__proto__',
};

/** How a text is shown as a name and as a value: in the notation of JavaScript, and what cannot be seen by its number. */
function writtenOf(text: string): { readonly plain: string; readonly name: string; readonly value: string } {
  const unseen = String.raw`\u202e\u200b\u2066crm\u0000_\u2028id\ufeff`;
  if (text === TEXTS['a text that runs from right to left, without width'])
    return { plain: unseen, name: `"${unseen}"`, value: `"${unseen}"` };
  const value = JSON.stringify(text);
  return { plain: text, name: /^\w+$/.test(text) ? text : value, value };
}

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

/** Whether a mapping takes it as a key. */
const isKey = (text: string): boolean => /^\S(?:.*\S)?$/.test(text);

/** The texts of elements of the panel that can be seen. */
const textsIn = (selector: string): Promise<readonly string[]> =>
  inspection.panel.$$eval(selector, (elements) =>
    elements.filter((element) => element.checkVisibility()).map(({ textContent }) => textContent ?? ''),
  );

/** What the details of an event show. */
interface ShownEvent {
  /** How many events are listed. */
  readonly count: number;
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** The text that went over the wire. */
  readonly raw: readonly string[];
}

/**
 * Runs in the panel: chooses the next event, or the first, and waits until its details are there; or shows the same one as
 * it was on the wire, which only some can.
 */
async function showEvent(at: number, raw: boolean): Promise<ShownEvent> {
  const find = (selector: string): HTMLElement | null => document.querySelector(selector);
  const toggle = find('.details-head [aria-pressed]');
  if (raw) toggle?.click();
  else {
    if (toggle?.ariaPressed === 'true') toggle.click();
    const key = at === 0 ? 'Home' : 'ArrowDown';
    find('.event-list')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  const isShown = (): boolean => {
    const [, number] = find(`#event-${at}[aria-selected="true"]`)?.dataset.event?.split(':') ?? [];
    const pressed = find('.details-head [aria-pressed]')?.ariaPressed ?? `${raw}`;
    return find('.facts > :last-child dd')?.textContent === number && pressed === `${raw}`;
  };
  const end = performance.now() + 10_000;
  while (!isShown()) {
    if (performance.now() > end) throw new Error(`The details of event ${at} do not come.`);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const textsOf = (selector: string): readonly string[] =>
    [...document.querySelectorAll(`.details ${selector}`)]
      .filter((element) => element.checkVisibility())
      .map(({ textContent }) => textContent ?? '');
  const count = Number.parseInt(find('.timeline-head .pane-count')?.textContent ?? '', 10);
  return { count, names: textsOf('.line-key'), values: textsOf('.value'), raw: textsOf('pre.raw') };
}

/** Looks at the details of each event in both ways. @param onLook is called each time */
async function readEvents(onLook: () => Promise<void>): Promise<{
  readonly trees: readonly (readonly [names: readonly string[], values: readonly string[]])[];
  readonly raw: readonly string[];
}> {
  const { panel } = inspection;
  const trees: (readonly [readonly string[], readonly string[]])[] = [];
  const raw: string[] = [];
  for (let at = 0, count = 1; at < count; at++) {
    const tree = await panel.evaluate(showEvent, at, false);
    await onLook();
    trees.push([tree.names, tree.values]);
    raw.push(...(await panel.evaluate(showEvent, at, true)).raw);
    await onLook();
    count = tree.count;
  }
  return { trees, raw };
}

/** Looks at everything that the panel can show, as somebody who wants to know would. @returns the harm that was done */
async function lookAround(text: string): Promise<readonly unknown[]> {
  const { panel } = inspection;
  const { plain, name, value } = writtenOf(text);
  const harm: unknown[] = [];
  for (const opened of ['details:not([open]) > summary', '[aria-expanded="false"]']) {
    await panel.$$eval(opened, (elements) => {
      for (const element of elements) if (element instanceof HTMLElement) element.click();
    });
  }
  await panel.locator('[data-conversation]').click();
  await panel.waitForSelector('.trace-key');
  expect(await textsIn('.trace-key')).toEqual([plain]);
  expect(await textsIn('[data-stage="sent"] .value')).toEqual([value]);
  expect(await textsIn('[data-stage="echoed"] .value')).toEqual([value]);
  const names = ['type', 'conversationId', 'attributes', 'custom', name, name, name];
  expect(await textsIn('.payload-pane .line-key')).toEqual(names);
  const values = ['"conversation:start"', value, value, value];
  expect(await textsIn('.payload-pane .value')).toEqual(values);

  expect(await textsIn('.event-title')).toContain(plain);
  const { trees, raw } = await readEvents(async () => void harm.push(...(await panelHarm(panel))));
  for (const shown of [
    // What the SDK returned, what it was asked before it was there, and what left and came back.
    [
      ['name', 'customerId', 'attributes', 'custom', name],
      [value, value, value],
    ],
    [[], [value]],
    [names, values],
    [
      ['type', 'event', 'payload', 'attributes', 'custom', name],
      [value, value, value],
    ],
    [
      [name, 'attributes', 'custom', name],
      [value, value],
    ],
    [
      ['method', 'type', 'body'],
      ['"PATCH"', '"text/plain;charset=UTF-8"', value],
    ],
  ])
    expect(trees).toContainEqual(shown);
  // By the socket, there and back, and by each way to send a request.
  expect(raw.filter((one) => one === text)).toHaveLength(5);

  await panel.locator('[data-action="watched"]').click();
  await panel.waitForSelector('[data-socket]');
  harm.push(...(await panelHarm(panel)));
  await panel.locator('[data-action="close-watched"]').click();
  await panel.locator('[data-action="mapping-from-seen"]').click();
  await panel.waitForSelector('[data-mapping-row], [data-refused]');
  const [taken, leftOut] = isKey(text) ? [[`custom.${plain}`], []] : [[], [`custom.${plain}`]];
  expect(await textsIn('[data-mapping-row] .mapping-key')).toEqual(taken);
  expect(await textsIn('[data-refused="rows"] code')).toEqual(leftOut);
  harm.push(...(await panelHarm(panel)));
  await panel.locator(isKey(text) ? '[data-action="undo"]' : '[data-refused] [title="Dismiss"]').click();
  await panel.waitForSelector('[data-action="mapping-from-seen"]');
  return [...harm, ...(await panelHarm(panel))];
}

test.each(Object.entries(TEXTS))(
  '%s in every place that takes a text is shown as the text that it is',
  async (_, text) => {
    const { page, panel } = inspection;
    await page.evaluate(sayEverywhere, text, site.env);
    await settle(panel);
    expect(await lookAround(text)).toEqual([]);
    expect(pageErrors).toEqual([]);
    expect(await page.evaluate(() => [Reflect.has(window, 'pwned'), Reflect.get({}, 'polluted')])).toEqual([
      false,
      null,
    ]);
  },
);
