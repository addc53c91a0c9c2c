import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENTS } from './behaviours/agents.ts';
import { BEACON } from './behaviours/beacon.ts';
import { FETCH } from './behaviours/fetch.ts';
import { FETCH_BODIES } from './behaviours/fetch-bodies.ts';
import { FETCH_LIFE } from './behaviours/fetch-life.ts';
import { FETCH_LIMITS } from './behaviours/fetch-limits.ts';
import { GLOBAL_CODE } from './behaviours/global-code.ts';
import { GLOBAL_FORMS } from './behaviours/global-forms.ts';
import { GLOBALS } from './behaviours/globals.ts';
import { PLAIN_PAGE } from './behaviours/plain-page.ts';
import { PLAIN_SURROUNDINGS } from './behaviours/plain-surroundings.ts';
import { SDK_CALLS } from './behaviours/sdk-calls.ts';
import { SDK_CLASS } from './behaviours/sdk-class.ts';
import { SDK_FORMS } from './behaviours/sdk-forms.ts';
import { SDK_OBJECT } from './behaviours/sdk-object.ts';
import { SOCKET_CLASS } from './behaviours/socket-class.ts';
import { SOCKET_CLOSE } from './behaviours/socket-close.ts';
import { SOCKET_ERRORS } from './behaviours/socket-errors.ts';
import { SOCKET_EVENTS } from './behaviours/socket-events.ts';
import { SOCKET_FRAMES } from './behaviours/socket-frames.ts';
import { SOCKET_IDENTITY } from './behaviours/socket-identity.ts';
import { SOCKET_LISTENERS } from './behaviours/socket-listeners.ts';
import { SOCKET_REALMS } from './behaviours/socket-realms.ts';
import { WORKER } from './behaviours/worker.ts';
import { WRAPPERS } from './behaviours/wrappers.ts';
import { XHR } from './behaviours/xhr.ts';
import { XHR_ANSWERS } from './behaviours/xhr-answers.ts';
import { XHR_LIFE } from './behaviours/xhr-life.ts';
import { ZONES } from './behaviours/zones.ts';
import type { Behaviour } from './support/behaviour.ts';
import { CARELESS_HOOKS } from './support/careless-hooks.ts';
import { startTwins, type Twins } from './support/twins.ts';

const GROUPS: readonly (readonly [subject: string, behaviours: readonly Behaviour[]])[] = [
  ['WebSocket, the class', SOCKET_CLASS],
  ['WebSocket, its identity', SOCKET_IDENTITY],
  ['WebSocket, its errors', SOCKET_ERRORS],
  ['WebSocket, its life', SOCKET_EVENTS],
  ['WebSocket, its listeners', SOCKET_LISTENERS],
  ['WebSocket, its frames', SOCKET_FRAMES],
  ['WebSocket, its end', SOCKET_CLOSE],
  ['WebSocket, its realms', SOCKET_REALMS],
  ['fetch', FETCH],
  ['fetch, its bodies', FETCH_BODIES],
  ['fetch, its limits', FETCH_LIMITS],
  ['fetch, its answers', FETCH_LIFE],
  ['XMLHttpRequest', XHR],
  ['XMLHttpRequest, its life', XHR_LIFE],
  ['XMLHttpRequest, its answers', XHR_ANSWERS],
  ['sendBeacon', BEACON],
  ['Worker', WORKER],
  ['the name of an SDK', GLOBALS],
  ['the name of an SDK, in other forms', GLOBAL_FORMS],
  ['the name of an SDK, in code', GLOBAL_CODE],
  ['an SDK object', SDK_OBJECT],
  ['an SDK class', SDK_CLASS],
  ['an SDK of unusual make', SDK_FORMS],
  ['an SDK, its calls', SDK_CALLS],
  ['other wrappers', WRAPPERS],
  ['zones that were there first', ZONES],
  ['agents and polyfills', AGENTS],
  ['a plain page', PLAIN_PAGE],
  ['the surroundings of a plain page', PLAIN_SURROUNDINGS],
];

let twins: Twins;

beforeAll(async () => {
  twins = await startTwins();
});

afterAll(() => twins?.close());

/** What each behaviour finds where nothing is hooked; it is observed once. */
const untouched = new Map<Behaviour, Promise<unknown>>();
function findsUntouched(behaviour: Behaviour): Promise<unknown> {
  const found = untouched.get(behaviour) ?? twins.without.observe(behaviour);
  untouched.set(behaviour, found);
  return found;
}

const nameIn = (subject: string, { name }: Behaviour): string => `${subject}: ${name}`;
const NAMED = new Map(
  GROUPS.flatMap(([subject, behaviours]) => behaviours.map((each) => [nameIn(subject, each), each] as const)),
);

describe('the suite can fail', () => {
  const find = (): boolean => Object.getOwnPropertyNames(window).includes('cxoneChat');

  test('the two pages differ in the extension', async () => {
    expect(await twins.without.observe({ run: find })).toBe(false);
    expect(await twins.within.observe({ run: find })).toBe(true);
  });

  test('what runs before runs before the extension', async () => {
    const behaviour = {
      before: () => Reflect.set(window, 'early', Object.getOwnPropertyNames(window).includes('cxoneChat')),
      run: () => Reflect.get(window, 'early'),
    };
    expect(await twins.within.observe(behaviour)).toBe(false);
  });

  test('each group has a behaviour that must find a careless hook', () => {
    const finders = new Set(CARELESS_HOOKS.flatMap(({ foundBy }) => foundBy));
    const blind = GROUPS.filter(
      ([subject, behaviours]) => !behaviours.some((each) => finders.has(nameIn(subject, each))),
    );
    expect(blind.map(([subject]) => subject)).toEqual([]);
  });
});

describe.each(CARELESS_HOOKS.map((each) => [each.name, each] as const))('%s', (_name, { hook, foundBy }) => {
  test.each(foundBy)('is found by: %s', async (name) => {
    const behaviour = NAMED.get(name);
    if (!behaviour) expect.unreachable('There is no such behaviour.');
    const expected = await findsUntouched(behaviour);
    expect(await twins.without.observe(behaviour, hook).catch(String)).not.toEqual(expected);
  });
});

describe.each(GROUPS)('the page finds the same: %s', (_subject, behaviours) => {
  test.each(behaviours.map((each) => [each.name, each] as const))('%s', async (_name, behaviour) => {
    const expected = await findsUntouched(behaviour);
    expect(expected).toBeDefined();
    expect(await twins.within.observe(behaviour)).toEqual(expected);
  });
});
