import { formatSnapshot } from '../../../src/core/capture/display.ts';
import type { Body, CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Env } from '../../compliance/support/behaviour.ts';

declare global {
  interface Window {
    brandembassy?: object;
  }
  /** In the page: puts in the place of each of these functions and getters one that counts, and throws. */
  function sabotage(targets: readonly (readonly [owner: object, key: PropertyKey])[]): void;
}

/**
 * Runs in the page, before it ruins the language: takes the page's own tools, and opens a first socket. `window.honest`
 * then does once whatever is observed, one after the other, and writes into the title what came of it.
 */
export async function prepareHonestPage({ socket: url, api }: Env): Promise<void> {
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { apply, set } = Reflect;
  const NativePromise = Promise;
  const { text } = Response.prototype;
  const getterOf = (owner: object, key: string) => {
    const getter = getOwnPropertyDescriptor(owner, key)?.get;
    if (getter === undefined) throw new Error(`No getter of ${key}`);
    return (self: unknown): unknown => apply(getter, self, []);
  };
  const dataOf = getterOf(MessageEvent.prototype, 'data');
  const codeOf = getterOf(CloseEvent.prototype, 'code');
  const reasonOf = getterOf(CloseEvent.prototype, 'reason');
  const answerOf = getterOf(XMLHttpRequest.prototype, 'responseText');

  let stolen = 0;
  const steal = (): never => {
    stolen++;
    throw new Error('sabotage');
  };
  window.sabotage = (targets) => {
    const { length } = targets;
    for (let i = 0; i < length; i++) {
      const owner = targets[i]?.[0] ?? {};
      const key = targets[i]?.[1] ?? '';
      const isGetter = getOwnPropertyDescriptor(owner, key)?.get !== undefined;
      const descriptor: PropertyDescriptor = isGetter ? { get: steal } : { value: steal, writable: true };
      defineProperty(owner, key, { ...descriptor, configurable: true });
    }
  };

  const next = (target: object, type: string): Promise<unknown> =>
    new NativePromise((resolve) => void set(target, `on${type}`, resolve));
  // To return a promise would call its `then`.
  const textOf = async (response: Promise<Response>): Promise<string> =>
    await apply(text, await response, []);
  // What a page puts on `Object.prototype` must not become an option of its own calls.
  const post = (body: string): RequestInit =>
    Object.assign(Object.create(null), { method: 'POST', body, headers: { 'x-honest': 'yes' } });
  const init = post('honest fetch');
  const target = new URL(api);
  const request = new Request(api, post('honest Request'));
  const socket = new WebSocket(url);
  await next(socket, 'open');

  const work = async (): Promise<string> => {
    const options = { id: 'honest', list: [1, 'two', null], nested: { big: 10n } };
    const stub = { startChat: (given: object) => given };
    window.brandembassy = stub;
    let results = `${stub.startChat(options) === options}`;
    socket.send('honest frame');
    results += `; ${dataOf(await next(socket, 'message'))}`;

    const made = new WebSocket(url);
    await next(made, 'open');
    made.send('honest socket');
    results += `; ${dataOf(await next(made, 'message'))}`;
    made.close(3000, 'done');
    const closed = await next(made, 'close');
    results += `; ${codeOf(closed)} ${reasonOf(closed)}`;

    results += `; ${navigator.sendBeacon(api, 'honest beacon')}`;

    const xhr = new XMLHttpRequest();
    xhr.open('PUT', api);
    xhr.setRequestHeader('x-honest', 'yes');
    xhr.send('honest xhr');
    await next(xhr, 'loadend');
    results += `; ${answerOf(xhr)}`;

    results += `; ${await textOf(fetch(target, init))}`;
    results += `; ${await textOf(fetch(request))}`;

    const worker = new Worker('/worker.js');
    worker.postMessage('honest worker');
    results += `; ${dataOf(await next(worker, 'message'))}`;
    return results;
  };
  Reflect.set(window, 'honest', async () => {
    const before = stolen;
    try {
      const results = await work();
      document.title = `${results}; ${stolen - before} stolen`;
    } catch (error) {
      document.title = `failed: ${error}`;
    }
  });
}

const TYPE = 'text/plain;charset=UTF-8';
const echoOf = (method: string, body: string): string => JSON.stringify({ method, type: TYPE, body });

/** What comes of it to the page: its title. */
export const HONEST_RESULTS = [
  ...['true', 'honest frame', 'honest socket', '3000 done', 'true', echoOf('PUT', 'honest xhr')],
  ...[echoOf('POST', 'honest fetch'), echoOf('POST', 'honest Request')],
  ...['honest worker', '0 stolen'],
].join('; ');

const OPTIONS = '{ id: "honest", list: [1, "two", null], nested: { big: 10n } }';

/** What is seen of it, each event in a line. */
export const HONEST_EVENTS: readonly string[] = [
  'socket 1 connecting',
  'socket 1 open',
  `brandembassy.startChat ${OPTIONS}`,
  `returned ${OPTIONS}`,
  'frame 1 out honest frame',
  'frame 1 in honest frame',
  'socket 2 connecting',
  'socket 2 open',
  'frame 2 out honest socket',
  'frame 2 in honest socket',
  'socket 2 closed 3000 done',
  'request 1 beacon POST honest beacon',
  'request 2 xhr PUT x-honest: yes honest xhr',
  `response 2 200 ${echoOf('PUT', 'honest xhr')}`,
  'request 3 fetch POST x-honest: yes honest fetch',
  `response 3 200 ${echoOf('POST', 'honest fetch')}`,
  `request 4 fetch POST content-type: ${TYPE} x-honest: yes honest Request`,
  `response 4 200 ${echoOf('POST', 'honest Request')}`,
  'notice worker /worker.js',
];

/** Events in the order of time, each in a line. */
export const linesOf = (events: readonly CapturedEvent[]): readonly string[] =>
  events.toSorted((a, b) => a.time - b.time).map((event) => partsOf(event).filter(Boolean).join(' '));

function partsOf(event: CapturedEvent): readonly unknown[] {
  switch (event.kind) {
    case 'call':
      return [`${event.api}.${event.method}`, ...event.args.map((args) => formatSnapshot(args))];
    case 'return':
      return [event.outcome, formatSnapshot(event.value)];
    case 'socket':
      return ['socket', event.socket, event.phase, event.code, event.reason];
    case 'frame':
      return ['frame', event.socket, event.direction, contentOf(event.body)];
    case 'request': {
      const headers = event.headers.map(([name, value]) => `${name}: ${value}`);
      return ['request', event.request, event.via, event.method, ...headers, contentOf(event.body)];
    }
    case 'response':
      return ['response', event.request, event.status, contentOf(event.body)];
    case 'notice':
      return ['notice', event.code, event.detail, event.count];
  }
}

const contentOf = (body: Body): string => (body.type === 'text' ? body.text : `(${body.type})`);
