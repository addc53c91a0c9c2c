import { expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { definedIn } from '../../../src/panel/mapping/defined.ts';
import { Prefix } from '../../../src/panel/store/prefix.ts';
import { frame } from './support.ts';

/** An answer in which a tenant defines one field, which counts how often it is looked into. */
function definition(ident: string, seq: number): { event: CapturedEvent; looks: () => number } {
  let looks = 0;
  const text = JSON.stringify({ caseCustomFields: [{ ident, type: 'text', values: [] }] });
  const body = {
    type: 'text' as const,
    size: text.length,
    get text() {
      looks += 1;
      return text;
    },
  };
  const event: CapturedEvent = {
    kind: 'response',
    request: seq,
    status: 200,
    body,
    seq,
    time: seq,
    document: 'd1',
  };
  return { event, looks: () => looks };
}

const keys = ({ mapping }: ReturnType<typeof definedIn>) => mapping?.attributes.map(({ key }) => key);
const more: CapturedEvent = { ...frame(), seq: 5, time: 5, document: 'd1' };

it('makes a mapping of the last definitions that the page fetched', () => {
  const [first, last] = [definition('old', 1), definition('new', 2)];
  expect(keys(definedIn(Prefix.of([first.event, more, last.event]), 'shop'))).toEqual(['new']);
});

it('keeps what it found while other events come, without looking at it again, and takes newer definitions', () => {
  const found = definition('tier', 1);
  const events = Prefix.of([found.event]);
  const first = definedIn(events, 'shop');
  const looks = found.looks();
  const second = definedIn(events.with([more]), 'shop', first);
  expect(second.mapping).toBe(first.mapping);
  expect(found.looks()).toBe(looks);
  const third = definedIn(second.events.with([definition('rank', 6).event]), 'shop', second);
  expect(keys(third)).toEqual(['rank']);
});

it('forgets what was found in a log that another one took the place of', () => {
  const first = definedIn(Prefix.of([definition('tier', 1).event]), 'shop');
  expect(definedIn(Prefix.of([more]), 'shop', first).mapping).toBeNull();
});
