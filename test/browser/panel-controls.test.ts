import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { importCapture, importMapping, saveExport, settle } from '../../src/cli/browser/use-panel.ts';
import { DEMO_MAPPING, SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import { findingIds } from '../../src/cli/verdict.ts';
import { type Demo, openDemo } from './support/demo.ts';

/** What a person does in the panel, with real clicks and keys in real DevTools. */

let demo: Demo;
const folder = createTemporaryFolder('panel-controls');

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(async () => {
  await demo?.close();
  folder.remove();
});

const ROW = '[data-mapping-row="custom:crm_customer_id"]';

async function play(id: string): Promise<void> {
  await demo.page.goto(scenarioUrl(demo.url, id));
  await demo.page.waitForSelector(SCENARIO_DONE);
  await settle(demo.panel);
}

async function find(selector: string): Promise<ElementHandle<Element>> {
  const element = await demo.panel.waitForSelector(selector);
  if (!element) throw new Error(`The panel shows no ${selector}`);
  return element;
}

const click = async (selector: string): Promise<void> => (await find(selector)).click();
const findings = async (): Promise<readonly string[]> => findingIds(await readConversations(demo.panel));
const texts = (selector: string): Promise<string[]> =>
  demo.panel.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ''));

/** Waits until the panel shows exactly these findings. */
async function untilFindings(expected: readonly string[]): Promise<void> {
  await demo.panel.waitForFunction(
    (wanted) => {
      const shown = [...document.querySelectorAll('[data-finding]')].map((e) =>
        e.getAttribute('data-finding'),
      );
      return JSON.stringify(shown) === wanted;
    },
    {},
    JSON.stringify(expected),
  );
}

beforeEach(async () => {
  await play('value-changed');
  await importMapping(demo.panel, DEMO_MAPPING);
  await find(ROW);
  await untilFindings(['value/changed']);
});

describe('the log', () => {
  test('is cleared, and what was cleared does not come back', async () => {
    await click('[data-action="clear"]');
    // The panel renders a moment after the click.
    await find('[data-panel][data-events="0"]');
    await demo.panel.waitForSelector('[data-conversation]', { hidden: true });
    await demo.page.evaluate(() => void fetch('/api/v2/conversations/webchat/none'));
    await demo.panel.waitForFunction(
      () => document.querySelector('[data-panel]')?.getAttribute('data-events') === '2',
    );
  });

  test('stands still while paused, and catches up afterwards', async () => {
    await click('[data-action="pause"]');
    await demo.page.goto(scenarioUrl(demo.url, 'number-value'));
    await demo.page.waitForSelector(SCENARIO_DONE);
    expect(await findings()).toEqual(['value/changed']);
    await click('[data-action="pause"]');
    await untilFindings(['value/type']);
  });

  test('is kept over a navigation when it is to be preserved', async () => {
    await click('[data-action="preserve"]');
    await play('attributes-custom');
    expect((await readConversations(demo.panel)).map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
    await click('[data-action="preserve"]');
    await play('attributes-custom');
    expect((await readConversations(demo.panel)).map(({ verdict }) => verdict)).toEqual(['pass']);
  });

  test('is filtered by text, from the keyboard', async () => {
    await demo.devtools.bringToFront();
    await (await find('[data-panel]')).click();
    await demo.devtools.keyboard.press('/');
    await demo.devtools.keyboard.type('loyalty');
    await demo.panel.waitForFunction(() => document.querySelectorAll('[data-attribute]').length === 1);
    expect(await texts('[data-attribute] [data-key], [data-attribute][data-key="loyalty_id"]')).toHaveLength(
      1,
    );
    await demo.devtools.keyboard.press('Escape');
    await demo.panel.waitForFunction(() => document.querySelectorAll('[data-attribute]').length === 3);
  });

  test('is narrowed to a kind, a direction and a verdict, and shown whole again', async () => {
    const rows = (): Promise<string[]> =>
      demo.panel.$$eval('.event-row', (shown) =>
        shown.map((row) => `${row.getAttribute('data-kind')} ${row.getAttribute('data-direction')}`),
      );
    const choose = async (filter: string, word: string): Promise<void> => {
      await click(`[data-event-filter="${filter}"]`);
      await demo.devtools.keyboard.type(word);
      await demo.devtools.keyboard.press('Enter');
      await demo.panel.waitForSelector(`[data-event-filter="${filter}"][data-chosen="true"]`);
    };
    await demo.devtools.bringToFront();
    const all = await rows();
    await choose('kind', 'Frames');
    const frames = all.filter((row) => row.startsWith('frame'));
    expect(await rows()).toEqual(frames);
    await choose('direction', 'In');
    const framesIn = frames.filter((row) => row === 'frame in');
    expect(await rows()).toEqual(framesIn);
    await choose('verdict', 'Fail');
    const failing = await rows();
    expect(failing.length).toBeGreaterThan(0);
    expect(failing.length).toBeLessThan(framesIn.length);
    await choose('kind', 'Calls');
    await click('.timeline-body .link');
    await demo.panel.waitForSelector('.event-row[data-kind="request"]');
    expect(await rows()).toEqual(all);
  });

  test('is exported, and shows the same when it is imported again', async () => {
    const capture = join(folder.path, 'shown.capture.json');
    writeFileSync(capture, await saveExport(demo, 'export-capture'));
    await play('attributes-custom');
    await importCapture(demo.panel, capture);
    await untilFindings(['value/changed']);
    await click('[data-banner] button');
    await untilFindings([]);
  });
});

describe('the mapping', () => {
  const change = async (field: string, value: string): Promise<void> => {
    await (await find(ROW)).hover();
    await click(`${ROW} [aria-label^="Change"]`);
    await (await find(`.row-form input[name="${field}"]`)).click({ count: 3 });
    await demo.devtools.keyboard.type(value);
    await click('.row-form [type="submit"]');
  };

  test('is changed in place, judged at once, and the change undone', async () => {
    await play('attributes-custom');
    expect(await findings()).toEqual([]);
    await change('pattern', '^X-');
    await untilFindings(['value/pattern']);
    await click('[data-action="undo"]');
    await untilFindings([]);
    await click('[data-action="redo"]');
    await untilFindings(['value/pattern']);
    await click('[data-action="undo"]');
  });

  test('is not changed to what a mapping cannot be', async () => {
    await change('pattern', '([');
    await find('.row-form [role="alert"], .row-form [aria-invalid="true"]');
    await demo.devtools.keyboard.press('Escape');
    await untilFindings(['value/changed']);
  });

  test('loses a row, and gets it back', async () => {
    await (await find(ROW)).hover();
    await click(`${ROW} [aria-label^="Remove"]`);
    await untilFindings(['mapping/unmapped-key']);
    await click('[data-action="undo"]');
    await untilFindings(['value/changed']);
  });

  test('is remembered for the site', async () => {
    await demo.panel.evaluate(() => location.reload());
    await demo.panel.waitForSelector('[data-panel="ready"]');
    await untilFindings(['value/changed']);
  });
});

describe('an attribute', () => {
  test('is lit in the payload and in the trace when its mapping row is pointed at', async () => {
    await (await find(ROW)).hover();
    await demo.panel.waitForSelector('[data-attribute][data-key="crm_customer_id"][data-lit="true"]');
    expect(await demo.panel.$$('[data-path][data-lit="true"]')).not.toHaveLength(0);
  });

  test('shows the payload of the stage that is clicked', async () => {
    await click('[data-attribute][data-key="crm_customer_id"] [data-stage="sent"]');
    await demo.panel.waitForFunction(() =>
      document
        .querySelector('[role="tab"].source[aria-selected="true"]')
        ?.textContent?.includes('conversation:join'),
    );
  });
});
