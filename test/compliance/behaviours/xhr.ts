import type { Behaviour } from '../support/behaviour.ts';

/** `XMLHttpRequest`, above all to the URLs that are observed. */
export const XHR: readonly Behaviour[] = [
  {
    name: 'the class itself',
    run: () => {
      const { prototype } = XMLHttpRequest;
      return [
        String(XMLHttpRequest),
        XMLHttpRequest.length,
        prototype.constructor === XMLHttpRequest,
        ...Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(
          ([key, { value, writable, enumerable }]) => [
            key,
            typeof value,
            writable,
            enumerable,
            typeof value === 'function' ? [value.name, value.length, String(value)] : null,
          ],
        ),
      ];
    },
  },
  {
    name: 'the order of its events',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: string[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onloadend = () => setTimeout(() => resolve(seen));
        for (const type of [
          'readystatechange',
          'loadstart',
          'load',
          'loadend',
          'error',
          'abort',
          'timeout',
        ]) {
          xhr.addEventListener(type, () => seen.push(`${type} ${xhr.readyState}`));
        }
        xhr.open('post', api);
        xhr.setRequestHeader('content-type', 'application/json');
        xhr.send('{"a":1}');
      }),
  },
  {
    name: 'every kind of answer',
    run: ({ api }) =>
      Promise.all(
        (['', 'text', 'json', 'arraybuffer', 'blob', 'document'] as const).map(
          (type) =>
            new Promise((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.responseType = type;
              xhr.onload = () => {
                const answer: unknown = xhr.response;
                resolve([
                  xhr.status,
                  xhr.responseURL === api,
                  xhr.getResponseHeader('x-answer'),
                  typeof answer === 'object' ? Object.prototype.toString.call(answer) : answer,
                  xhr.response === answer,
                  type === 'json' ? answer : null,
                ]);
              };
              xhr.open('POST', api);
              xhr.send('x');
            }),
        ),
      ),
  },
  {
    name: 'a synchronous request',
    run: ({ api }) => {
      const xhr = new XMLHttpRequest();
      xhr.open('PUT', api, false);
      xhr.send('sync');
      return [xhr.status, xhr.responseText];
    },
  },
  {
    name: 'a synchronous request that breaks',
    run: ({ broken }) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', broken, false);
      try {
        xhr.send();
      } catch (error) {
        return [error instanceof DOMException && error.name, xhr.status];
      }
      return 'no error';
    },
  },
  {
    name: 'errors',
    run: ({ api }) => {
      const attempts = [
        () => new XMLHttpRequest().send(),
        () => new XMLHttpRequest().setRequestHeader('a', 'b'),
        () => new XMLHttpRequest().open('NO WAY', api),
        () => Reflect.apply(XMLHttpRequest.prototype.open, new XMLHttpRequest(), ['GET']),
        () => Reflect.apply(XMLHttpRequest.prototype.send, {}, []),
        () => {
          const xhr = new XMLHttpRequest();
          xhr.open('GET', api);
          xhr.send();
          xhr.send();
        },
      ];
      return attempts.map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return String(error);
        }
      });
    },
  },
  {
    name: 'one object for several requests',
    run: async ({ api, other, broken }) => {
      const xhr = new XMLHttpRequest();
      const answers: unknown[] = [];
      for (const url of [api, other, broken, api]) {
        xhr.open('POST', url);
        xhr.send(url.length.toString());
        await new Promise((resolve) => {
          xhr.onloadend = resolve;
        });
        answers.push(xhr.status, xhr.responseText);
      }
      return answers;
    },
  },
  {
    name: 'aborting',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: string[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onabort = () => seen.push('abort');
        xhr.onloadend = () => resolve([...seen, xhr.readyState, xhr.status]);
        xhr.open('GET', api);
        xhr.send();
        xhr.abort();
      }),
  },
  {
    name: 'a subclass',
    run: ({ api }) =>
      new Promise((resolve) => {
        class Own extends XMLHttpRequest {
          override open(method: string, url: string): void {
            super.open(method, url);
          }
        }
        const xhr = new Own();
        xhr.onload = () => resolve([xhr instanceof Own, xhr.constructor === Own, xhr.status]);
        xhr.open('GET', api);
        xhr.send();
      }),
  },
];
