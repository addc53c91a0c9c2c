import type { Behaviour } from '../support/behaviour.ts';

/** What `fetch` is given to send, and what is left of it. */
export const FETCH_BODIES: readonly Behaviour[] = [
  {
    name: 'a stream as a body: what is refused',
    run: async ({ api }) => {
      const stream = (): ReadableStream => new Blob(['x']).stream();
      const locked = stream();
      locked.getReader();
      const inits = [
        { method: 'POST', body: stream() },
        { method: 'POST', body: locked, duplex: 'half' },
        { method: 'GET', body: stream(), duplex: 'half' },
        { method: 'POST', body: stream(), duplex: 'full' },
        { method: 'POST', body: stream(), duplex: 'half', keepalive: true },
      ];
      return Promise.all(inits.map((init) => Reflect.apply(fetch, window, [api, init]).then(String, String)));
    },
  },
  {
    name: 'a stream as a body is pulled by the browser alone',
    run: async ({ api }) => {
      const log: unknown[] = [];
      let pulls = 0;
      const body = new ReadableStream(
        {
          pull(controller) {
            log.push(`pull ${++pulls}`);
            controller.enqueue(new TextEncoder().encode(`part ${pulls}`));
            if (pulls === 3) controller.close();
          },
          cancel: (reason) => void log.push(['cancel', String(reason)]),
        },
        { highWaterMark: 0 },
      );
      // Over HTTP/1 the browser refuses it, but only after it has begun.
      const outcome = await Reflect.apply(fetch, window, [
        api,
        { method: 'POST', body, duplex: 'half' },
      ]).then(String, String);
      return [outcome, log, body.locked];
    },
  },
  {
    name: 'an endless source that is aborted, alone or in a Request: how often it is asked, and what it is told',
    run: async ({ api }) => {
      const look = (isRequest: boolean, highWaterMark: number, last: number): Promise<unknown> =>
        new Promise((resolve) => {
          const all = new AbortController();
          const reason = new RangeError('own');
          let pulls = 0;
          const body = new ReadableStream(
            {
              pull(controller) {
                controller.enqueue(new TextEncoder().encode('part'));
                if (++pulls === last) all.abort(reason);
              },
              cancel: (given: unknown) => resolve([pulls, given === reason, String(given)]),
            },
            { highWaterMark },
          );
          const given = [api, { method: 'POST', body, duplex: 'half', signal: all.signal }];
          const args = isRequest ? [Reflect.construct(Request, given)] : given;
          Reflect.apply(fetch, window, args).catch((error: unknown) => resolve([pulls, String(error)]));
          if (last === 0) all.abort(reason);
        });
      const looks = [false, true].flatMap((isRequest) => [
        look(isRequest, 0, 1),
        look(isRequest, 0, 0),
        look(isRequest, 2, 0),
        look(isRequest, 2, 1),
        look(isRequest, 2, 2),
      ]);
      return Promise.all(looks);
    },
  },
  {
    name: 'a Blob as a stream',
    run: async ({ api }) => {
      const blob = new Blob(['x'.repeat(10)], { type: 'application/json' });
      const init = (): object => ({ method: 'POST', body: blob.stream(), duplex: 'half' });
      const given = blob.stream();
      const outcome = await Reflect.apply(fetch, window, [api, { ...init(), body: given }]).then(
        String,
        String,
      );
      const request: Request = Reflect.construct(Request, [api, init()]);
      const copy = request.clone();
      const second = await fetch(request).then(String, String);
      const bodies = [
        given.locked,
        request.bodyUsed,
        request.body?.locked,
        await copy.text(),
        await blob.text(),
      ];
      return [outcome, second, bodies];
    },
  },
  {
    name: 'a Request with a stream, before and after',
    run: async ({ api }) => {
      const request: Request = Reflect.construct(Request, [
        api,
        { method: 'POST', body: new Blob(['x']).stream(), duplex: 'half' },
      ]);
      const { body } = request;
      const outcome = fetch(request).then(String, String);
      return [request.body === body, body?.locked, request.bodyUsed, await outcome];
    },
  },
  {
    name: 'a Request with a text, at once after it was given away',
    run: async ({ api }) => {
      const request = new Request(api, { method: 'POST', body: 'x' });
      const { body } = request;
      const promise = fetch(request);
      const seen = [request.bodyUsed, request.body === body, body?.locked];
      const { status } = await promise;
      return [...seen, status, request.bodyUsed, await fetch(request).then(String, String)];
    },
  },
  {
    name: 'a Request that is cloned, and both sent',
    run: async ({ api }) => {
      const request = new Request(api, { method: 'POST', body: '{"a":1}' });
      const copy = request.clone();
      const answers = await Promise.all([request, copy].map(async (each) => (await fetch(each)).json()));
      return [answers, request.bodyUsed, copy.bodyUsed];
    },
  },
  {
    name: 'a Request of a subclass',
    run: async ({ api }) => {
      let read = 0;
      class Own extends Request {
        override get url(): string {
          read++;
          return super.url;
        }
        override clone(): Request {
          read++;
          return super.clone();
        }
      }
      const response = await fetch(new Own(api, { method: 'POST', body: 'x' }));
      return [response.status, (await response.json()).body, read];
    },
  },
  {
    name: 'headers in every form, each read once',
    run: async ({ api }) => {
      let steps = 0;
      const generator = (function* headers() {
        steps++;
        yield ['content-type', 'text/own'];
      })();
      const forms = [
        generator,
        new Headers({ 'content-type': 'text/own' }),
        [['content-type', 'text/own']],
        new Map([['content-type', 'text/own']]),
        { 'content-type': 'text/own' },
      ];
      const types = await Promise.all(
        forms.map(async (headers) => {
          const init = { method: 'POST', body: 'x', headers };
          const response: Response = await Reflect.apply(fetch, window, [api, init]);
          return [(await response.json()).type, init.headers === headers];
        }),
      );
      return [types, steps];
    },
  },
  {
    name: 'options that are inherited, a Proxy, or changed right after',
    run: async ({ api }) => {
      class Options {
        get method(): string {
          return 'POST';
        }
        body = 'inherited';
      }
      const log: string[] = [];
      const init = { method: 'PUT', body: 'first' };
      const proxy = new Proxy(init, {
        get(target, key, receiver) {
          log.push(String(key));
          return Reflect.get(target, key, receiver);
        },
      });
      const promises = [fetch(api, new Options()), fetch(api, proxy), fetch(api, init)];
      init.body = 'second';
      const bodies = await Promise.all(promises.map(async (promise) => (await (await promise).json()).body));
      return [bodies, log.filter((key) => key === 'body').length, init];
    },
  },
  {
    name: 'bytes that are changed after they were given',
    run: async ({ api }) => {
      const bytes = new TextEncoder().encode('first');
      const promise = fetch(api, { method: 'POST', body: bytes });
      bytes.fill(46);
      return [(await (await promise).json()).body, new TextDecoder().decode(bytes)];
    },
  },
  {
    name: 'a large body, both ways',
    run: async ({ api }) => {
      const body = '€'.repeat(700_000);
      const response = await fetch(api, { method: 'POST', body });
      const answer = await response.json();
      return [answer.body === body, response.headers.get('content-type')];
    },
  },
  {
    name: 'the answer of every reader, and its own copies',
    run: async ({ api }) => {
      const bodies = await Promise.all(
        (['text', 'json', 'blob', 'arrayBuffer', 'bytes', 'formData'] as const).map(async (reader) => {
          const response = await fetch(api);
          const read: unknown = Reflect.get(response, reader);
          if (typeof read !== 'function') return 'none';
          const value: unknown = await Promise.resolve(Reflect.apply(read, response, [])).catch(String);
          return [Object.prototype.toString.call(value), response.bodyUsed, response.body?.locked];
        }),
      );
      return bodies;
    },
  },
  {
    name: 'what an answer looks like to who inspects it',
    run: async ({ api }) => {
      const response = await fetch(api);
      const copy = response.clone();
      return [
        Reflect.ownKeys(response),
        Object.getPrototypeOf(response) === Response.prototype,
        [...response.headers.keys()].filter((name) => name !== 'date'),
        copy.url === response.url,
        copy.body === response.body,
        Reflect.set(response.headers, 'own', 1),
        (() => {
          try {
            response.headers.set('a', 'b');
            return 'set';
          } catch (error) {
            return String(error);
          }
        })(),
      ];
    },
  },
  {
    name: 'the fetch of another window',
    run: async ({ api }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const scope: object = Object(frame.contentWindow);
      const foreign: unknown = Reflect.get(scope, 'fetch');
      const [TheirPromise, TheirResponse] = ['Promise', 'Response'].map((key): unknown =>
        Reflect.get(scope, key),
      );
      if (
        typeof foreign !== 'function' ||
        typeof TheirPromise !== 'function' ||
        typeof TheirResponse !== 'function'
      )
        return 'no frame';
      const promise: Promise<unknown> = Reflect.apply(foreign, scope, [api]);
      const response = Object(await promise);
      return [
        promise instanceof TheirPromise,
        promise instanceof Promise,
        response instanceof TheirResponse,
        response instanceof Response,
      ];
    },
  },
];
