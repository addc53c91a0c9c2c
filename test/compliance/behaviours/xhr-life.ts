import type { Behaviour } from '../support/behaviour.ts';

/** An `XMLHttpRequest` in the less trodden places. */
export const XHR_LIFE: readonly Behaviour[] = [
  {
    name: 'the events of an upload, and those of the answer',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: string[] = [];
        const xhr = new XMLHttpRequest();
        for (const type of ['loadstart', 'load', 'loadend', 'error', 'abort']) {
          xhr.upload.addEventListener(type, () => seen.push(`upload ${type}`));
        }
        for (const type of ['loadstart', 'load', 'loadend'])
          xhr.addEventListener(type, () => seen.push(type));
        xhr.onloadend = () => setTimeout(() => resolve(seen));
        xhr.open('POST', api);
        xhr.send('x'.repeat(100_000));
      }),
  },
  {
    name: 'a handler that throws, and one that stops the event',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        Reflect.set(window, 'done', (xhr: XMLHttpRequest) =>
          setTimeout(() => resolve([...seen, xhr.status])),
        );
        Reflect.set(window, 'seen', seen);
        addEventListener('error', ({ message, lineno }) => seen.push(message, lineno));
        const text = `const xhr = new XMLHttpRequest();
          xhr.addEventListener('load', () => { throw new Error('own'); });
          xhr.addEventListener('loadend', (event) => { seen.push('end'); event.stopImmediatePropagation(); done(xhr); });
          xhr.addEventListener('loadend', () => seen.push('never'));
          xhr.open('GET', ${JSON.stringify(api)}); xhr.send();`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'another origin that allows nobody to read',
    run: ({ foreign }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onerror = () => seen.push('error', xhr.readyState, xhr.status, xhr.statusText);
        xhr.onload = () => seen.push('load');
        xhr.onloadend = () => resolve([...seen, xhr.getAllResponseHeaders(), xhr.responseURL]);
        xhr.open('POST', foreign);
        xhr.send('x');
      }),
  },
  {
    name: 'a time limit',
    run: ({ endless }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.timeout = 60;
        for (const type of ['timeout', 'error', 'abort', 'load', 'loadend']) {
          xhr.addEventListener(type, () => seen.push(type, xhr.status, xhr.readyState));
        }
        xhr.onloadend = () => setTimeout(() => resolve([...seen, xhr.responseText]));
        xhr.open('GET', endless);
        xhr.send();
      }),
  },
  {
    name: 'aborting in the middle of an answer, and opening anew from within',
    run: ({ endless, api }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onprogress = () => {
          if (seen.length === 0) xhr.abort();
        };
        xhr.onabort = () => {
          seen.push('abort', xhr.readyState);
          xhr.open('GET', api);
          xhr.send();
        };
        xhr.onload = () => resolve([...seen, xhr.status, xhr.responseText.length]);
        xhr.open('GET', endless);
        xhr.send();
      }),
  },
  {
    name: 'headers that are set twice, forbidden, or wrong',
    run: ({ api }) =>
      new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', api);
        const outcomes = [
          ['content-type', 'text/one'],
          ['content-type', 'text/two'],
          ['cookie', 'no'],
          ['a b', 'c'],
          ['x-own', 'line\nbreak'],
          ['x-own'],
          ['x-own', { toString: () => 'text' }],
        ].map((args) => {
          try {
            return String(Reflect.apply(xhr.setRequestHeader, xhr, args));
          } catch (error) {
            return String(error);
          }
        });
        xhr.onload = () => resolve([outcomes, JSON.parse(xhr.responseText).type]);
        xhr.send('x');
      }),
  },
  {
    name: 'every kind of body arrives, and a document',
    run: async ({ api }) => {
      const form = new FormData();
      form.set('a', '1');
      const bodies = [
        'text',
        null,
        undefined,
        new Blob(['{"b":1}'], { type: 'application/json' }),
        new Uint8Array([97, 98]),
        new URLSearchParams('a=1'),
        form,
        new DOMParser().parseFromString('<a/>', 'text/xml'),
        { toString: () => 'object' },
      ];
      const answers = await Promise.all(
        bodies.map(
          (body) =>
            new Promise<string>((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.onload = () => resolve(xhr.responseText);
              xhr.open('POST', api);
              Reflect.apply(xhr.send, xhr, [body]);
            }),
        ),
      );
      // The boundary is a new one each time.
      return answers.map((answer) => answer.replaceAll(/-*WebKitFormBoundary\w+/g, ''));
    },
  },
  {
    name: 'properties of its own, and handlers that are unset',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        const { open } = xhr;
        xhr.open = (...args: unknown[]) => {
          seen.push(args.length);
          Reflect.apply(open, xhr, args);
        };
        xhr.onload = () => seen.push('never');
        xhr.onload = null;
        xhr.onloadend = () => resolve([...seen, Object.keys(xhr), xhr.onload]);
        xhr.open('GET', api);
        xhr.send();
      }),
  },
  {
    name: 'a URL is turned into text once',
    run: ({ api }) => {
      let calls = 0;
      const url = {
        toString: () => {
          calls++;
          return api;
        },
      };
      const xhr = new XMLHttpRequest();
      Reflect.apply(xhr.open, xhr, ['GET', url, false]);
      xhr.send();
      return [calls, xhr.status];
    },
  },
  {
    name: 'the type of the answer, changed too late',
    run: ({ api }) =>
      new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        const attempt = (): unknown => {
          try {
            xhr.responseType = 'json';
            return xhr.responseType;
          } catch (error) {
            return String(error);
          }
        };
        const text = (): unknown => {
          try {
            return xhr.responseText.length;
          } catch (error) {
            return String(error);
          }
        };
        xhr.onload = () => resolve([attempt(), text()]);
        xhr.responseType = 'blob';
        xhr.open('GET', api);
        xhr.send();
      }),
  },
];
