import type { Behaviour } from '../support/behaviour.ts';

/** What `WebSocket` refuses, and how. */
export const SOCKET_ERRORS: readonly Behaviour[] = [
  {
    name: 'a refused URL is a DOMException in full',
    run: () => {
      try {
        return String(new WebSocket('ftp://host/'));
      } catch (error) {
        if (!(error instanceof DOMException)) return 'no DOMException';
        return [
          error.name,
          error.code,
          error.message,
          error.constructor === DOMException,
          Object.keys(error),
          Object.prototype.toString.call(error),
        ];
      }
    },
  },
  {
    name: 'protocols of every wrong type',
    run: ({ socket }) =>
      [
        null,
        42,
        '',
        ' ',
        ['a', ''],
        ['a', 'A', 'a'],
        [Symbol('s')],
        {},
        () => 'a',
        ['a', { toString: () => 'b' }],
      ].map((protocols) => {
        try {
          const made: unknown = Reflect.construct(WebSocket, [socket, protocols]);
          return String(made);
        } catch (error) {
          return [String(error), error instanceof DOMException, error instanceof TypeError];
        }
      }),
  },
  {
    name: 'an argument that throws, throws its own error',
    run: ({ socket }) => {
      const own = { own: 'error' };
      const throwing = {
        toString: () => {
          throw own;
        },
      };
      const iterable = {
        [Symbol.iterator]: () => {
          throw own;
        },
      };
      return [[throwing], [socket, throwing], [socket, iterable], [socket, [throwing]]].map((args) => {
        try {
          return String(Reflect.construct(WebSocket, args));
        } catch (error) {
          return error === own;
        }
      });
    },
  },
  {
    name: 'URLs in every form that is taken',
    run: ({ socket, origin }) =>
      [socket, socket.toUpperCase(), new URL(socket), `${origin}/http`, '/relative?x=1', `  ${socket} `].map(
        (url) => {
          try {
            return new WebSocket(url).url;
          } catch (error) {
            return String(error);
          }
        },
      ),
  },
  {
    name: 'URLs are brought into their normal form',
    run: () =>
      [
        'http://host.example:80/a/../b',
        'https://host.example:443',
        'WSS://HOST.example:443/%7Ea?b c#',
        'ws://b\u00fccher.example/\u20ac?\ud800',
        'ws://user:word@host.example/',
        'ws:host.example',
        'ws://[::1]:8080/',
        'ws://1/',
        'ws://host:99999/',
        '//host.example/x',
        '',
        'about:blank',
        'blob:https://host/x',
      ].map((url) => {
        try {
          const made = new WebSocket(url);
          made.onerror = () => null;
          made.close();
          return made.url;
        } catch (error) {
          return String(error);
        }
      }),
  },
  {
    name: 'a refusal in another window is of that window',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const scope: object = Object(frame.contentWindow);
      const construct = (key: string): unknown => {
        try {
          return Reflect.construct(Reflect.get(scope, key), ['no url:']);
        } catch (error) {
          const own: unknown = Reflect.get(scope, 'DOMException');
          return [
            error instanceof DOMException,
            typeof own === 'function' && error instanceof own,
            String(error),
          ];
        }
      };
      return construct('WebSocket');
    },
  },
  {
    name: 'a listener that throws is told to the window, and the others run',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        Reflect.set(window, 'seen', seen);
        Reflect.set(window, 'done', () => setTimeout(() => resolve(seen)));
        addEventListener('error', ({ message, lineno, colno, filename, error }) => {
          seen.push([message, lineno, colno, filename === location.href, error instanceof RangeError]);
        });
        const text = `const made = new WebSocket(${JSON.stringify(socket)});
          made.addEventListener('open', () => { throw new RangeError('own'); });
          made.addEventListener('open', () => { seen.push('second'); done(); });`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'an error that is thrown by what is sent',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => {
          const own = { own: 'error' };
          const throwing = {
            toString: () => {
              throw own;
            },
          };
          const detached = new ArrayBuffer(8);
          structuredClone(detached, { transfer: [detached] });
          resolve(
            [throwing, Symbol('s'), detached, Object.create(null)].map((data) => {
              try {
                return String(Reflect.apply(made.send, made, [data]));
              } catch (error) {
                return error === own || [String(error), error instanceof TypeError];
              }
            }),
          );
        };
      }),
  },
  {
    name: 'what cannot be cloned is refused with the same words',
    run: ({ socket }) =>
      [
        new WebSocket(socket),
        new XMLHttpRequest(),
        { nested: new WebSocket(socket) },
        new Request(socket.replace('ws', 'http')),
      ].map((value) => {
        try {
          return String(structuredClone(value));
        } catch (error) {
          return [String(error), error instanceof DOMException];
        }
      }),
  },
  {
    name: 'a class cannot be cloned or posted',
    run: () =>
      [WebSocket, WebSocket.prototype.send, fetch, Worker].map((value) => {
        try {
          return String(structuredClone(value));
        } catch (error) {
          return error instanceof DOMException && [error.name, error.code];
        }
      }),
  },
  {
    name: 'methods on a wrong receiver',
    run: () => {
      const { prototype } = WebSocket;
      const read = (key: string): unknown => Reflect.get(prototype, key, {});
      const attempts = [
        () => Reflect.apply(prototype.close, {}, []),
        () => Reflect.apply(prototype.send, prototype, ['x']),
        () => read('readyState'),
        () => read('bufferedAmount'),
        () => Reflect.get(prototype, 'url'),
        () => Reflect.set(prototype, 'onmessage', null, {}),
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
];
