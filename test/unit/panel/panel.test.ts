import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Taps } from '../../../src/core/capture/link.ts';
import { serializeMapping } from '../../../src/core/mapping/serialize.ts';
import { exportFile } from '../../../src/panel/app/exports.ts';
import type { PageValues } from '../../../src/panel/store/page-values.ts';
import { createPanel } from '../../../src/panel/store/panel.ts';
import { shownConversation } from '../../../src/panel/store/selectors.ts';
import { DECLARING } from '../mapping/example.ts';
import { exampleMapping } from '../support/example-capture.ts';
import { exampleMessage, frames, GOOD, memoryStorage, message, TRANSIENT } from './support.ts';

const SITE = 'https://shop.example';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A panel on a page with these plain values, and a way to let what it waits for happen. */
function open(storage = memoryStorage(), page: PageValues = new Map()) {
  const panel = createPanel(storage, async () => new Map(page));
  const state = panel.store.getState;
  const settle = () => vi.runAllTimersAsync();
  return { ...panel, state, settle };
}

describe('what comes in', () => {
  it('is shown a moment later, messages that come together at once', async () => {
    const { intake, state, settle } = open();
    intake.take(exampleMessage(TRANSIENT));
    expect(state().reading.events).toHaveLength(0);
    await settle();
    expect(state().connection).toBe('connected');
    expect(shownConversation(state())?.attributes.map(({ key }) => key)).toContain('customerId');
  });

  it('is read a part at a time when there is much of it', async () => {
    const { intake, state, settle } = open();
    const numbers = (from: number) =>
      Array.from({ length: 1_000 }, (_, at) => [from + at, from + at] as const);
    for (let from = 0; from < 6_000; from += 1_000)
      intake.take(message({ events: frames(...numbers(from)) }));
    await vi.advanceTimersToNextTimerAsync();
    expect(state().reading.events).toHaveLength(2_000);
    await settle();
    expect(state().reading.events).toHaveLength(6_000);
  });

  it('is shown more seldom while more comes than can be read, and soon again afterwards', async () => {
    const { intake, state } = open();
    const numbers = Array.from({ length: 101 }, (_, at) => [at, at] as const);
    const shownAfter = async (from: number, to: number): Promise<number> => {
      const start = Date.now();
      intake.take(message({ events: frames(...numbers.slice(from, to)) }));
      while (state().reading.events.length < to) await vi.advanceTimersByTimeAsync(1);
      return Date.now() - start;
    };
    expect(await shownAfter(0, 99)).toBe(40);
    expect(await shownAfter(99, 100)).toBe(100);
    expect(await shownAfter(100, 101)).toBe(40);
  });

  it('leaves the view that was paused as it was, though both share their memory', async () => {
    const { intake, actions, state, settle } = open();
    intake.take(message({ events: frames([0, 10], [1, 20]) }));
    await settle();
    actions.togglePause();
    const { shown } = state();
    intake.take(message({ events: frames([2, 30], [3, 40]) }));
    await settle();
    expect(state().shown).toBe(shown);
    expect([...shown.events].map(({ seq }) => seq)).toEqual([0, 1]);
    expect([...state().log.events].map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
    actions.togglePause();
    expect(state().reading.events).toHaveLength(4);
  });

  it('is read on while a capture is shown, and the capture from its beginning', async () => {
    const source = open();
    source.intake.take(exampleMessage(TRANSIENT));
    await source.settle();
    const text = exportFile('capture', source.state())?.text ?? '';
    const { intake, actions, state, settle } = open();
    intake.take(message({ events: frames([0, 10]) }));
    await settle();
    await actions.importCapture('chat.capture.json', text);
    intake.take(message({ events: frames([1, 20]) }));
    await settle();
    expect(state().reading.events).toHaveLength(source.state().log.events.length);
    actions.showLive();
    expect([...state().reading.events].map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it('does not show while paused, and is caught up with afterwards', async () => {
    const { intake, actions, state, settle } = open();
    actions.togglePause();
    intake.take(exampleMessage(GOOD));
    await settle();
    expect(state().reading.conversations).toHaveLength(0);
    actions.togglePause();
    expect(state().reading.conversations).toHaveLength(1);
  });

  it('is cleared away when asked to', async () => {
    const { intake, actions, state, settle } = open();
    intake.take(exampleMessage(GOOD));
    await settle();
    actions.clear();
    expect(state().reading.conversations).toHaveLength(0);
  });

  it('does not stay when the tab goes where nobody answers, unless the log is preserved', async () => {
    const { intake, actions, state, settle } = open();
    intake.take(exampleMessage(GOOD));
    await settle();
    actions.togglePreserve();
    intake.heard(false);
    expect(state()).toMatchObject({ connection: 'absent', reading: { conversations: [{}] } });
    actions.togglePreserve();
    intake.heard(false);
    expect(state().reading.conversations).toHaveLength(0);
  });

  it('makes the panel ask again when something is missing', async () => {
    const { intake, settle } = open();
    const ask = vi.fn();
    intake.onAsk(ask);
    intake.take(message({ events: exampleMessage(GOOD).message.events.slice(3) }));
    await settle();
    expect(ask).toHaveBeenCalledOnce();
  });
});

describe('the mapping of a site', () => {
  it('is there again when the site is', async () => {
    const storage = memoryStorage(new Map([[SITE, serializeMapping(exampleMapping())]]));
    const { intake, state } = open(storage);
    intake.take(exampleMessage(TRANSIENT, { url: `${SITE}/checkout` }));
    await vi.waitFor(() => expect(state().mapping.present?.name).toBe('Example'));
    expect(shownConversation(state())?.verdict).toBe('fail');
  });

  it('does not follow to another site', async () => {
    const storage = memoryStorage(new Map([[SITE, serializeMapping(exampleMapping())]]));
    const { intake, state, settle } = open(storage);
    intake.take(message({ id: 'a', url: `${SITE}/` }));
    await settle();
    intake.take(message({ id: 'b', url: 'https://other.example/' }));
    await settle();
    expect(state()).toMatchObject({ site: 'https://other.example', mapping: { present: null } });
  });

  it('is the one that was imported before there was a site', async () => {
    const { intake, actions, state, settle } = open();
    intake.take(message({ id: 'blank', url: 'about:blank' }));
    await settle();
    await actions.importMapping('demo.json', serializeMapping(exampleMapping()));
    intake.take(message({ id: 'a', url: `${SITE}/` }));
    await settle();
    expect(state()).toMatchObject({ site: SITE, mapping: { present: { name: 'Example' } } });
  });

  it('is remembered for the first site when it was imported before there was one', async () => {
    const kept = new Map<string, string>();
    const { intake, actions } = open(memoryStorage(kept));
    await actions.importMapping('demo.json', serializeMapping(exampleMapping()));
    intake.take(message({ id: 'a', url: `${SITE}/` }));
    await vi.waitFor(() => expect(kept.get(SITE)).toContain('crm_customer_id'));
  });

  it('tells the content scripts what it declares, as long as it is the mapping', async () => {
    const declared = new Map<string, Taps | null>();
    const { intake, actions, settle } = open(memoryStorage(new Map(), declared));
    intake.take(message({ url: `${SITE}/` }));
    await settle();
    await actions.importMapping('acme.json', serializeMapping(DECLARING));
    await vi.waitFor(() => expect(declared.get(SITE)?.globals).toEqual(['acmeChat', 'acme']));
    expect(declared.get(SITE)?.urls).toContain('late');
    actions.undoMapping();
    await vi.waitFor(() => expect(declared.get(SITE)).toBeNull());
  });

  it('is remembered with each change, and so is each undo', async () => {
    const kept = new Map<string, string>();
    const { intake, actions, settle } = open(memoryStorage(kept));
    intake.take(message({ url: `${SITE}/` }));
    await settle();
    await actions.changeMapping(() => exampleMapping());
    await settle();
    expect(kept.get(SITE)).toContain('crm_customer_id');
    actions.undoMapping();
    await settle();
    expect(kept.has(SITE)).toBe(false);
    actions.redoMapping();
    await settle();
    expect(kept.get(SITE)).toContain('crm_customer_id');
  });

  it('stays when a bad file is refused, with the line, the path and the rule', async () => {
    const { actions, state } = open();
    await actions.importMapping('good.json', serializeMapping(exampleMapping()));
    const bad = serializeMapping(exampleMapping()).replace('^CRM-[0-9]{6}$', '(');
    await actions.importMapping('bad.json', bad);
    expect(state().mapping.present?.name).toBe('Example');
    expect(state().refused).toMatchObject({
      name: 'bad.json',
      errors: [{ line: expect.any(Number), path: 'attributes[0].pattern', rule: 'pattern' }],
    });
  });

  it('takes no change that breaks the rules of the file, and says what is wrong', async () => {
    const { actions, state } = open();
    await actions.changeMapping(() => exampleMapping());
    const row = { key: 'crm_customer_id', namespace: 'custom' };
    const twice = { ...exampleMapping(), attributes: [...exampleMapping().attributes, row] };
    expect(await actions.changeMapping(() => twice)).toMatchObject([
      { path: expect.stringMatching(/^attributes\[1\]/) },
    ]);
    expect(state().mapping.present?.attributes).toHaveLength(1);
  });
});

describe('a capture file', () => {
  it('takes the place of the page until the person goes back', async () => {
    const source = open();
    source.intake.take(exampleMessage(TRANSIENT));
    await source.settle();
    const text = exportFile('capture', source.state())?.text ?? '';

    const { intake, actions, state, settle } = open();
    await actions.changeMapping(() => exampleMapping());
    await actions.importCapture('chat.capture.json', text);
    expect(state().source).toEqual({ kind: 'capture', name: 'chat.capture.json' });
    expect(shownConversation(state())?.verdict).toBe('fail');
    intake.take(exampleMessage(GOOD));
    await settle();
    expect(shownConversation(state())?.verdict).toBe('fail');
    actions.showLive();
    expect(shownConversation(state())?.verdict).toBe('pass');
  });

  it('is refused with its errors when it is none', async () => {
    const { actions, state } = open();
    await actions.importCapture('broken.json', '{ "version": 1 ');
    expect(state()).toMatchObject({
      source: { kind: 'live' },
      refused: { what: 'capture', name: 'broken.json' },
    });
  });
});

describe('a value that must equal one of the page', () => {
  const row = { expected: { page: 'dataLayer.0.user.crmId' } };
  const mapping = serializeMapping(exampleMapping({ row }));
  const judgedOn = async (page: PageValues) => {
    const { intake, actions, state, settle } = open(memoryStorage(), page);
    await actions.importMapping('m.json', mapping);
    intake.take(exampleMessage(GOOD));
    await settle();
    return shownConversation(state())?.attributes[0];
  };

  it('passes when it does', async () => {
    expect(await judgedOn(new Map([['dataLayer.0.user.crmId', 'CRM-882910']]))).toMatchObject({
      verdict: 'pass',
    });
  });

  it('fails when the page has another', async () => {
    expect(await judgedOn(new Map([['dataLayer.0.user.crmId', 'CRM-000001']]))).toMatchObject({
      verdict: 'fail',
      findings: [{ id: 'value/unexpected', message: expect.stringContaining('CRM-000001') }],
    });
  });

  it('is unknown when the page has none', async () => {
    expect(await judgedOn(new Map())).toMatchObject({ verdict: 'unknown', findings: [] });
  });
});
