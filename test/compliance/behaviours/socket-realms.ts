import type { Behaviour } from '../support/behaviour.ts';

/** `WebSocket` where more than one window has to do with it. */
export const SOCKET_REALMS: readonly Behaviour[] = [
  {
    name: 'a TypeError is of the window whose function threw it',
    run: async ({ socket, api }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const scope: object = Object(frame.contentWindow);
      const [Theirs, theirFetch, TheirXhr, TheirError] = [
        'WebSocket',
        'fetch',
        'XMLHttpRequest',
        'TypeError',
      ].map((key): unknown => Reflect.get(scope, key));
      if (
        typeof Theirs !== 'function' ||
        typeof theirFetch !== 'function' ||
        typeof TheirXhr !== 'function' ||
        typeof TheirError !== 'function'
      )
        return 'no frame';
      const whose = (error: unknown): unknown => [
        error instanceof TypeError,
        error instanceof TheirError,
        String(error),
      ];
      const outcomes = [
        () => Reflect.apply(Theirs, undefined, [socket]),
        () => Reflect.construct(Theirs, []),
        () => Reflect.apply(Theirs.prototype.send, {}, ['x']),
        () => Reflect.apply(Theirs.prototype.send, new WebSocket(socket), []),
        () => Reflect.apply(TheirXhr.prototype.open, {}, ['GET', api]),
        () => Reflect.apply(TheirXhr.prototype.send, undefined, []),
      ].map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return whose(error);
        }
      });
      const rejected: unknown = await Reflect.apply(theirFetch, scope, ['http://']).catch(whose);
      return [outcomes, rejected];
    },
  },
  {
    name: 'the toString of another window finds native code',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const Theirs: object = Object(Reflect.get(Object(frame.contentWindow), 'Function'));
      const print: unknown = Reflect.get(Object(Reflect.get(Theirs, 'prototype')), 'toString');
      if (typeof print !== 'function') return 'no frame';
      return [WebSocket, WebSocket.prototype.send, fetch, XMLHttpRequest.prototype.open, Worker].map(
        (value) => {
          const printed = String(Reflect.apply(print, value, []));
          return [printed.startsWith('function '), printed.endsWith('() { [native code] }')];
        },
      );
    },
  },
  {
    name: 'a class of this window that inherits from that of another',
    run: ({ socket }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const Theirs: typeof WebSocket = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      let target = '';
      class Chat extends Theirs {
        constructor(url: string) {
          super(url);
          target = new.target.name;
        }
      }
      const chat = new Chat(socket);
      const swapped: object = Reflect.construct(Theirs, [socket], WebSocket);
      return [
        chat instanceof Chat,
        chat instanceof Theirs,
        chat instanceof WebSocket,
        chat.constructor === Chat,
        target,
        chat.url === socket,
        swapped instanceof WebSocket,
        swapped instanceof Theirs,
        swapped.constructor === WebSocket,
      ];
    },
  },
  {
    name: 'what a frame of every kind says of its own class',
    run: ({ socket, origin }) => {
      const script = `<script>
        const made = new WebSocket(${JSON.stringify(socket)});
        const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(window, 'WebSocket');
        parent.postMessage([String(WebSocket), made instanceof WebSocket, made.constructor === WebSocket, made.readyState,
          writable, enumerable, configurable, String(fetch), typeof window.cxoneChat, document.scripts.length], '*');
      </script>`;
      const kinds: readonly ((frame: HTMLIFrameElement) => void)[] = [
        (frame) => {
          frame.srcdoc = script;
        },
        (frame) => {
          frame.setAttribute('sandbox', 'allow-scripts');
          frame.srcdoc = script;
        },
        (frame) => {
          frame.src = `data:text/html,${encodeURIComponent(script)}`;
        },
        (frame) => {
          frame.src = URL.createObjectURL(new Blob([script], { type: 'text/html' }));
        },
        (frame) => {
          frame.src = origin;
          frame.onload = () => frame.contentDocument?.write(script);
        },
      ];
      return Promise.all(
        kinds.map(
          (make) =>
            new Promise((resolve) => {
              const frame = document.createElement('iframe');
              addEventListener('message', ({ source, data }) => {
                if (source === frame.contentWindow) resolve(data);
              });
              make(frame);
              document.body.append(frame);
            }),
        ),
      );
    },
  },
  {
    name: 'a frame that keeps its window when it goes to its first page',
    run: ({ origin, socket }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = origin;
        document.body.append(frame);
        const first = frame.contentWindow;
        Reflect.set(Object(first), 'cxoneChat', { kept: true });
        frame.onload = () => {
          const scope: object = Object(frame.contentWindow);
          const Theirs: unknown = Reflect.get(scope, 'WebSocket');
          if (typeof Theirs !== 'function') return resolve('no frame');
          const made: object = Reflect.construct(Theirs, [socket]);
          resolve([
            first === frame.contentWindow,
            Reflect.get(scope, 'cxoneChat') ?? null,
            made.constructor === Theirs,
            String(Theirs),
            Theirs.name,
          ]);
        };
      }),
  },
  {
    name: 'a window that the page opens',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const opened = open('', '', 'popup');
        if (!opened) return resolve('not opened');
        const Theirs: typeof WebSocket = Reflect.get(opened, 'WebSocket');
        const made = new Theirs(socket);
        made.onopen = () => made.send('from the popup');
        made.onmessage = ({ data }) => {
          const seen = [
            data,
            made instanceof Theirs,
            made instanceof WebSocket,
            String(Theirs),
            opened.opener === window,
            typeof Reflect.get(opened, 'cxoneChat'),
          ];
          opened.close();
          resolve(seen);
        };
      }),
  },
  {
    name: 'functions of a frame that was removed',
    run: async ({ socket, api }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const scope: object = Object(frame.contentWindow);
      const Theirs: unknown = Reflect.get(scope, 'WebSocket');
      const theirFetch: unknown = Reflect.get(scope, 'fetch');
      if (typeof Theirs !== 'function' || typeof theirFetch !== 'function') return 'no frame';
      frame.remove();
      const attempt = async (work: () => unknown): Promise<unknown> => {
        try {
          return String(await work());
        } catch (error) {
          return [String(error), error instanceof Error];
        }
      };
      return [
        await attempt(() => Reflect.construct(Theirs, [socket])),
        await attempt(() =>
          Promise.race([
            Reflect.apply(theirFetch, scope, [api]),
            new Promise((resolve) => setTimeout(() => resolve('nothing'), 50)),
          ]),
        ),
        String(Theirs.prototype.send.name),
      ];
    },
  },
];
