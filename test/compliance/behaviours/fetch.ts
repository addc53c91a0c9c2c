import type { Behaviour } from '../support/behaviour.ts';

/** `fetch`, above all to the URLs that are observed. */
export const FETCH: readonly Behaviour[] = [
  {
    name: 'the function itself',
    run: () => {
      const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(window, 'fetch') ?? {};
      return [
        fetch.name,
        fetch.length,
        String(fetch),
        'prototype' in fetch,
        writable,
        enumerable,
        configurable,
      ];
    },
  },
  {
    name: 'an answer',
    run: async ({ api }) => {
      const response = await fetch(api, { method: 'post', body: '{"a":1}', headers: { 'x-own': '1' } });
      return [
        response instanceof Response,
        response.url === api,
        response.status,
        response.ok,
        response.type,
        response.redirected,
        response.bodyUsed,
        response.body?.locked,
        response.headers.get('x-answer'),
        await response.json(),
        response.bodyUsed,
      ];
    },
  },
  {
    name: 'the promise',
    run: ({ api }) => {
      const promise = fetch(api);
      return [
        promise instanceof Promise,
        Object.getPrototypeOf(promise) === Promise.prototype,
        Reflect.ownKeys(promise).length,
        String(promise),
      ];
    },
  },
  {
    name: 'a body is read once, and a clone has its own',
    run: async ({ api }) => {
      const response = await fetch(api);
      const copy = response.clone();
      const texts = [(await response.text()).length, (await copy.text()).length];
      return [texts, await response.text().catch(String)];
    },
  },
  {
    name: 'a body as a stream',
    run: async ({ api }) => {
      const response = await fetch(api, { method: 'POST', body: 'x'.repeat(100_000) });
      const reader = response.body?.getReader();
      let size = 0;
      for (let part = await reader?.read(); part?.value; part = await reader?.read())
        size += part.value.length;
      return size;
    },
  },
  {
    name: 'an answer that never ends',
    run: async ({ api }) => {
      const cancel = new AbortController();
      const response = await fetch(`${api.replace('echo', 'events')}`, { signal: cancel.signal });
      const part = await response.body?.getReader().read();
      cancel.abort();
      return [new TextDecoder().decode(part?.value), part?.done];
    },
  },
  {
    name: 'every kind of body arrives',
    run: async ({ api }) => {
      const form = new FormData();
      form.set('a', '1');
      const bodies = [
        'text',
        new URLSearchParams('a=1'),
        new Blob(['{"b":1}'], { type: 'application/json' }),
        new Blob(['blob']),
        new TextEncoder().encode('bytes'),
        form,
        null,
      ];
      const answers = await Promise.all(
        bodies.map(async (body) => (await fetch(api, { method: 'POST', body })).json()),
      );
      // The boundary is a new one each time.
      return answers.map((answer) => JSON.stringify(answer).replaceAll(/-*WebKitFormBoundary\w+/g, ''));
    },
  },
  {
    name: 'a Request, and what is left of it',
    run: async ({ api }) => {
      const request = new Request(api, { method: 'PUT', body: '{"metadata":{}}', headers: { a: 'b' } });
      const response = await fetch(request);
      return [request.bodyUsed, await response.json(), await request.text().catch(String)];
    },
  },
  {
    name: 'a Request that was used already',
    run: async ({ api }) => {
      const request = new Request(api, { method: 'POST', body: 'x' });
      await request.text();
      return fetch(request).catch(String);
    },
  },
  {
    name: 'a Request whose method and body are overridden',
    run: async ({ api }) => {
      const request = new Request(api, { method: 'POST', body: 'one' });
      return (await fetch(request, { method: 'PUT', body: 'two' })).json();
    },
  },
  {
    name: 'a URL object, and one that is turned into text once',
    run: async ({ api }) => {
      let calls = 0;
      const target = {
        toString: () => {
          calls++;
          return api;
        },
      };
      const answers = [await fetch(new URL(api)), await Reflect.apply(fetch, window, [target])];
      return [calls, answers.map(({ status }) => status)];
    },
  },
  {
    name: 'options are read once',
    run: async ({ api }) => {
      const read: string[] = [];
      const options = Object.defineProperties(
        {},
        Object.fromEntries(
          Object.entries({ method: 'POST', body: 'x', headers: { a: 'b' } }).map(([key, value]) => [
            key,
            {
              get: () => {
                read.push(key);
                return value;
              },
            },
          ]),
        ),
      );
      await fetch(api, options);
      return read;
    },
  },
  {
    name: 'errors before it leaves',
    run: async ({ api }) =>
      Promise.all(
        [
          [],
          ['http://'],
          [api, { method: 'NO WAY' }],
          [api, { body: 'x' }],
          [api, { headers: { 'a b': 'c' } }],
        ].map((args) => Reflect.apply(fetch, window, args).catch(String)),
      ),
  },
  {
    name: 'wrong receivers',
    run: ({ api }) =>
      Promise.all(
        [undefined, {}, document].map((self) => {
          try {
            return Promise.resolve(Reflect.apply(fetch, self, [api])).then(({ status }) => status, String);
          } catch (error) {
            return `thrown ${String(error)}`;
          }
        }),
      ),
  },
  {
    name: 'a connection that breaks',
    run: async ({ broken }) => {
      try {
        return String(await fetch(broken));
      } catch (error) {
        return [String(error), error instanceof TypeError];
      }
    },
  },
  {
    name: 'a rejection that nobody handles is told once',
    run: ({ broken }) =>
      new Promise((resolve) => {
        let told = 0;
        addEventListener('unhandledrejection', (event) => {
          told++;
          const same = event.promise === Reflect.get(window, 'promise');
          setTimeout(() => resolve([told, same, String(event.reason)]), 100);
        });
        // In a script of the page's own: those of a debugger are muted.
        const text = `window.promise = fetch(${JSON.stringify(broken)})`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'a rejection that is handled is not told',
    run: ({ broken }) =>
      new Promise((resolve) => {
        let told = 0;
        addEventListener('unhandledrejection', () => told++);
        Reflect.set(window, 'done', () => setTimeout(() => resolve(told), 100));
        const text = `fetch(${JSON.stringify(broken)}).catch(window.done)`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'aborting',
    run: async ({ api }) => {
      const cancel = new AbortController();
      const reason = { own: 'reason' };
      const promise = fetch(api, { signal: cancel.signal });
      cancel.abort(reason);
      const error: unknown = await promise.catch((rejected: unknown) => rejected);
      return [error === reason, (await fetch(api, { signal: AbortSignal.abort() }).catch(String)).toString()];
    },
  },
  {
    name: 'other URLs keep the native promise and its order',
    run: async ({ other }) => {
      const order: string[] = [];
      const response = await fetch(other);
      const reading = response.text().then(() => order.push('text'));
      queueMicrotask(() => order.push('microtask'));
      await reading;
      return order;
    },
  },
];
