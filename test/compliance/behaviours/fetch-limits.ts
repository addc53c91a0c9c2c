import type { Behaviour } from '../support/behaviour.ts';

/** `fetch` where it ends early, may not read, or may not leave. */
export const FETCH_LIMITS: readonly Behaviour[] = [
  {
    name: 'aborting in the middle of a body',
    run: async ({ endless }) => {
      const cancel = new AbortController();
      const response = await fetch(endless, { signal: cancel.signal });
      const reader = response.body?.getReader();
      const first = await reader?.read();
      cancel.abort(new RangeError('own'));
      const failed: unknown = await (async () => {
        while (!(await reader?.read())?.done);
      })().catch((error: unknown) => error);
      return [first?.done, String(failed), failed === cancel.signal.reason];
    },
  },
  {
    name: 'cancelling a body that never ends',
    run: async ({ endless }) => {
      const response = await fetch(endless);
      const reader = response.body?.getReader();
      await reader?.read();
      const cancelled = reader?.cancel('enough').then(() => 'cancelled');
      const late = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 1_000));
      return [await Promise.race([cancelled, late]), (await reader?.read())?.done];
    },
  },
  {
    name: 'a signal that times out, and one of several',
    run: async ({ endless }) => {
      const own = new AbortController();
      const outcomes = [AbortSignal.timeout(30), AbortSignal.any([own.signal])].map((signal) =>
        fetch(endless, { signal })
          .then((response) => response.text())
          .catch((error: unknown) => error instanceof DOMException && [error.name, error === signal.reason]),
      );
      setTimeout(() => own.abort(), 30);
      return Promise.all(outcomes);
    },
  },
  {
    name: 'aborting after the end changes nothing',
    run: async ({ api }) => {
      const cancel = new AbortController();
      const response = await fetch(api, { signal: cancel.signal });
      const text = await response.text();
      cancel.abort();
      return [text.length, response.bodyUsed, cancel.signal.aborted];
    },
  },
  {
    name: 'a Request with its own signal',
    run: async ({ endless }) => {
      const cancel = new AbortController();
      const request = new Request(endless, { signal: cancel.signal });
      const response = await fetch(request);
      cancel.abort();
      return [
        request.signal.aborted,
        request.signal === cancel.signal,
        await response.text().catch((error: unknown) => error instanceof DOMException && error.name),
      ];
    },
  },
  {
    name: 'another origin that allows nobody to read',
    run: ({ foreign }) =>
      Promise.all(
        [
          {},
          { method: 'POST', body: 'x' },
          { method: 'PUT' },
          { headers: { 'x-own': '1' } },
          { mode: 'same-origin' },
        ].map(async (init) => {
          try {
            return await Reflect.apply(fetch, window, [foreign, init]);
          } catch (error) {
            return [String(error), error instanceof TypeError];
          }
        }),
      ),
  },
  {
    name: 'an answer that may not be read',
    run: async ({ foreign }) => {
      const response = await fetch(foreign, { mode: 'no-cors', method: 'POST', body: 'x' });
      return [
        response.type,
        response.status,
        response.url,
        response.body,
        await response.text(),
        [...response.headers],
      ];
    },
  },
  {
    name: 'redirects: followed, refused, shown',
    run: async ({ redirect, api }) => {
      const followed = await fetch(redirect, { method: 'POST', body: 'x' });
      const shown = await fetch(redirect, { redirect: 'manual' });
      return [
        followed.redirected,
        followed.url === api,
        await followed.json(),
        await fetch(redirect, { redirect: 'error' }).catch(String),
        [shown.type, shown.status, shown.url === redirect],
      ];
    },
  },
  {
    name: 'keepalive, and how much it takes',
    run: async ({ api }) => {
      const send = (size: number): Promise<unknown> =>
        fetch(api, { method: 'POST', keepalive: true, body: 'x'.repeat(size) }).then(
          async (response) => (await response.json()).body.length,
          String,
        );
      const request = new Request(api, { method: 'POST', keepalive: true, body: 'y' });
      return [
        await send(10),
        await send(60_000),
        await send(70_000),
        request.keepalive,
        (await fetch(request)).status,
      ];
    },
  },
  {
    name: 'options that no server ever sees',
    run: async ({ api }) => {
      const request = new Request(api, {
        cache: 'no-store',
        credentials: 'omit',
        integrity: '',
        mode: 'cors',
      });
      const response = await fetch(request, { referrerPolicy: 'no-referrer', priority: 'high' });
      const wrong = [
        { cache: 'only-if-cached' },
        { mode: 'navigate' },
        { integrity: 'sha256-AAAA' },
        { window: {} },
      ];
      return [
        response.status,
        request.cache,
        request.credentials,
        await Promise.all(
          wrong.map((init) => Reflect.apply(fetch, window, [api, init]).then(String, String)),
        ),
      ];
    },
  },
  {
    name: 'a policy that forbids the connection',
    run: async ({ api, socket }) => {
      const meta = Object.assign(document.createElement('meta'), {
        httpEquiv: 'Content-Security-Policy',
        content: "connect-src 'none'",
      });
      const violations: unknown[] = [];
      addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
        violations.push([new URL(blockedURI).pathname, effectiveDirective]),
      );
      document.head.append(meta);
      const refused = await fetch(api).catch(String);
      const made = new WebSocket(socket);
      const failed = await new Promise((resolve) => {
        made.onerror = ({ type }) => resolve([type, made.readyState]);
      });
      return [refused, failed, navigator.sendBeacon(api), violations];
    },
  },
];
