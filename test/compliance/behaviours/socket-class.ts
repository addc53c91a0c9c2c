import type { Behaviour } from '../support/behaviour.ts';

/** `WebSocket` as a class. */
export const SOCKET_CLASS: readonly Behaviour[] = [
  {
    name: 'the properties of window.WebSocket and of its prototype',
    run: () => {
      const flags = (owner: object, key: string): unknown => {
        const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
        return { key, writable, enumerable, configurable };
      };
      return [
        flags(window, 'WebSocket'),
        ...Object.getOwnPropertyNames(WebSocket).map((key) => flags(WebSocket, key)),
        ...Object.getOwnPropertyNames(WebSocket.prototype).map((key) => flags(WebSocket.prototype, key)),
      ];
    },
  },
  {
    name: 'names, lengths and statics',
    run: () => [
      typeof WebSocket,
      WebSocket.name,
      WebSocket.length,
      WebSocket.prototype.send.name,
      WebSocket.prototype.send.length,
      WebSocket.CONNECTING,
      WebSocket.OPEN,
      WebSocket.CLOSING,
      WebSocket.CLOSED,
    ],
  },
  {
    name: 'what functions print',
    run: () => [
      String(WebSocket),
      String(WebSocket.prototype.send),
      WebSocket.toString(),
      Function.prototype.toString.call(WebSocket.prototype.send),
      String(Function.prototype.toString),
      Function.prototype.toString.toString(),
      Function.prototype.toString.name,
      Object.prototype.toString.call(WebSocket),
    ],
  },
  {
    name: 'toString of what is no function throws',
    run: () => {
      try {
        return Function.prototype.toString.call({});
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: 'identity of constructor and prototype',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      return [
        made instanceof WebSocket,
        made instanceof EventTarget,
        made.constructor === WebSocket,
        WebSocket.prototype.constructor === WebSocket,
        Object.getPrototypeOf(made) === WebSocket.prototype,
        Object.getPrototypeOf(WebSocket) === EventTarget,
        window.WebSocket === WebSocket,
      ];
    },
  },
  {
    name: 'what a socket says of itself',
    run: ({ socket }) => {
      const made = new WebSocket(socket, ['a']);
      return [
        String(made),
        JSON.stringify(made),
        Object.keys(made),
        Reflect.ownKeys(made).length,
        made.url,
        made.readyState,
        made.protocol,
        made.binaryType,
        made.bufferedAmount,
        made.onmessage,
      ];
    },
  },
  {
    name: 'calling it without new',
    run: ({ socket }) => {
      try {
        return String(Reflect.apply(WebSocket, undefined, [socket]));
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: 'errors of the constructor',
    run: ({ socket }) =>
      [
        [],
        ['http//no url'],
        ['ftp://host/'],
        [`${socket}#part`],
        [socket, ['a', 'a']],
        [socket, 'no token'],
      ].map((args) => {
        try {
          return String(Reflect.construct(WebSocket, args));
        } catch (error) {
          return `${String(error)} ${error instanceof DOMException}`;
        }
      }),
  },
  {
    name: 'a subclass',
    run: ({ socket }) => {
      let target: unknown;
      class Chat extends WebSocket {
        readonly #room = 'r1';
        extra = 1;
        constructor(url: string) {
          super(url);
          target = new.target;
        }
        room(): string {
          return this.#room;
        }
      }
      const chat = new Chat(socket);
      return [
        chat instanceof Chat,
        chat instanceof WebSocket,
        chat.constructor === Chat,
        target === Chat,
        chat.room(),
        chat.extra,
        Object.getPrototypeOf(Chat) === WebSocket,
        Object.getPrototypeOf(Chat.prototype) === WebSocket.prototype,
        Chat.OPEN,
      ];
    },
  },
  {
    name: 'Reflect.construct with another target',
    run: ({ socket }) => {
      const Other = function Other(): void {
        // Only its prototype counts.
      };
      const made: object = Reflect.construct(WebSocket, [socket], Other);
      return [
        Object.getPrototypeOf(made) === Other.prototype,
        made instanceof WebSocket,
        Reflect.get(WebSocket.prototype, 'url', made),
      ];
    },
  },
  {
    name: 'a page that puts its own class in its place',
    run: async ({ socket }) => {
      const Native = WebSocket;
      window.WebSocket = class extends Native {
        override send(data: string): void {
          super.send(`mine ${data}`);
        }
      };
      const made = new WebSocket(socket);
      const answer = await new Promise((resolve) => {
        made.onopen = () => made.send('hello');
        made.onmessage = ({ data }) => resolve(data);
      });
      return [answer, made instanceof Native];
    },
  },
  {
    name: 'arguments are turned into text once',
    run: ({ socket }) => {
      const calls: string[] = [];
      const url = {
        toString: () => {
          calls.push('url');
          return socket;
        },
      };
      const protocols = {
        *[Symbol.iterator]() {
          calls.push('protocols');
          yield 'a';
        },
      };
      const made: unknown = Reflect.construct(WebSocket, [url, protocols]);
      return [calls, made instanceof WebSocket];
    },
  },
  {
    name: 'errors of send',
    run: ({ socket }) => {
      const connecting = new WebSocket(socket);
      const attempts = [
        () => connecting.send('early'),
        () => Reflect.apply(connecting.send, connecting, []),
        () => Reflect.apply(WebSocket.prototype.send, {}, ['x']),
        () => Reflect.apply(WebSocket.prototype.send, undefined, ['x']),
        () => Reflect.construct(WebSocket.prototype.send, ['x']),
      ];
      return attempts.map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return `${String(error)} ${error instanceof DOMException}`;
        }
      });
    },
  },
];
