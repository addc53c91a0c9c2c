import type { Behaviour } from '../support/behaviour.ts';

/** What `WebSocket` is, to who looks closely: its realm, its descriptors, its heirs. */
export const SOCKET_IDENTITY: readonly Behaviour[] = [
  {
    name: 'instanceof across frames',
    run: ({ socket }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const Foreign: unknown = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      if (typeof Foreign !== 'function') return 'no frame';
      const made: object = Reflect.construct(Foreign, [socket]);
      const own = new WebSocket(socket);
      return [
        Foreign === WebSocket,
        made instanceof WebSocket,
        made instanceof Foreign,
        own instanceof Foreign,
        made.constructor === Foreign,
        Object.getPrototypeOf(made) === Foreign.prototype,
        Object.prototype.toString.call(made),
        String(Foreign),
      ];
    },
  },
  {
    name: 'a socket of this window with the heirs of another',
    run: ({ socket }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const Foreign: unknown = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      if (typeof Foreign !== 'function') return 'no frame';
      const made: object = Reflect.construct(WebSocket, [socket], Foreign);
      return [
        made instanceof WebSocket,
        made instanceof Foreign,
        Reflect.get(WebSocket.prototype, 'url', made),
      ];
    },
  },
  {
    name: 'the accessors of the prototype',
    run: () =>
      Object.entries(Object.getOwnPropertyDescriptors(WebSocket.prototype)).map(
        ([key, { get, set, value }]) => [
          key,
          get && [get.name, get.length, String(get)],
          set && [set.name, set.length, String(set)],
          typeof value,
        ],
      ),
  },
  {
    name: 'the keys of the class, in order, and those that cannot be changed',
    run: () => [
      Reflect.ownKeys(WebSocket).map(String),
      Reflect.ownKeys(WebSocket.prototype).map(String),
      Reflect.set(WebSocket, 'prototype', {}),
      Reflect.set(WebSocket, 'OPEN', 9),
      Reflect.set(WebSocket, 'name', 'Own'),
      Reflect.deleteProperty(WebSocket, 'prototype'),
      Reflect.defineProperty(WebSocket, 'name', { value: 'Own' }),
      WebSocket.name,
      Object.isExtensible(WebSocket),
    ],
  },
  {
    name: 'a property that the page adds to the class',
    run: ({ socket }) => {
      Reflect.set(WebSocket, 'agent', 'own');
      Object.defineProperty(WebSocket.prototype, 'room', { get: () => 'r1', configurable: true });
      const made = new WebSocket(socket);
      return [Reflect.get(WebSocket, 'agent'), Object.keys(WebSocket), Reflect.get(made, 'room')];
    },
  },
  {
    name: 'a class that is frozen still makes sockets',
    run: ({ socket }) => {
      Object.freeze(WebSocket);
      Object.freeze(WebSocket.prototype);
      const made = new WebSocket(socket);
      return [
        Object.isFrozen(WebSocket),
        Object.isFrozen(WebSocket.prototype),
        made instanceof WebSocket,
        Reflect.set(WebSocket.prototype, 'send', 1),
        typeof made.send,
      ];
    },
  },
  {
    name: 'a bound class',
    run: ({ socket }) => {
      const Bound = WebSocket.bind(null, socket);
      const made: object = Reflect.construct(Bound, []);
      return [Bound.name, Bound.length, String(Bound), made instanceof WebSocket, made instanceof Bound];
    },
  },
  {
    name: 'inheriting as it was done before there were classes',
    run: ({ socket }) => {
      const seen: unknown[] = [];
      const Old = function Old(this: unknown, url: string): unknown {
        try {
          return Reflect.apply(WebSocket, this, [url]);
        } catch (error) {
          seen.push(String(error));
          return Reflect.construct(WebSocket, [url], new.target);
        }
      };
      Object.setPrototypeOf(Old.prototype, WebSocket.prototype);
      Object.setPrototypeOf(Old, WebSocket);
      const made: object = Reflect.construct(Old, [socket]);
      return [
        ...seen,
        made instanceof Old,
        made instanceof WebSocket,
        made.constructor === Old,
        Reflect.get(Old, 'OPEN'),
      ];
    },
  },
  {
    name: 'a subclass that listens to itself, and sends over its parent',
    run: ({ socket }) =>
      new Promise((resolve) => {
        class Chat extends WebSocket {
          #sent = 0;
          readonly answers: unknown[] = [];
          constructor(url: string) {
            super(url, ['a']);
            this.addEventListener('open', () => this.send('one'));
            this.addEventListener('message', this);
          }
          handleEvent({ data }: MessageEvent): void {
            this.answers.push(data, this.#sent, super.readyState);
            resolve(this.answers);
          }
          override send(data: string): void {
            this.#sent++;
            super.send(`${data} ${this.#sent}`);
          }
          override get url(): string {
            return `own ${super.url === socket}`;
          }
        }
        const chat = new Chat(socket);
        chat.answers.push(chat.url);
      }),
  },
  {
    name: 'new.target in the subclass of a subclass, and a constructor that returns another',
    run: ({ socket }) => {
      const targets: unknown[] = [];
      class First extends WebSocket {
        constructor(url: string) {
          super(url);
          targets.push(new.target.name);
        }
      }
      class Second extends First {}
      const cached = new WebSocket(socket);
      class Third extends WebSocket {
        constructor(url: string) {
          super(url);
          // biome-ignore lint/correctness/noConstructorReturn: pages do this
          return cached;
        }
      }
      return [
        new First(socket) instanceof First,
        new Second(socket) instanceof First,
        new Third(socket) === cached,
        targets,
      ];
    },
  },
  {
    name: 'a new target that is no constructor, and one whose prototype is no object',
    run: ({ socket }) => {
      const heir = function Heir(): void {
        // Only its prototype counts.
      };
      Reflect.set(heir, 'prototype', null);
      const fallen: object = Reflect.construct(WebSocket, [socket], heir);
      try {
        return [
          Object.getPrototypeOf(fallen) === WebSocket.prototype,
          Reflect.construct(WebSocket, [socket], () => 1),
        ];
      } catch (error) {
        return [Object.getPrototypeOf(fallen) === WebSocket.prototype, error instanceof TypeError];
      }
    },
  },
  {
    name: 'a method taken off its socket',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        const { send, close } = made;
        const bound = made.send.bind(made);
        const answers: unknown[] = [
          send === WebSocket.prototype.send,
          Object.hasOwn(made, 'send'),
          bound.name,
        ];
        made.onopen = () => {
          bound('bound');
          Reflect.apply(send, made, ['applied']);
          send.call(made, 'called');
        };
        made.onmessage = ({ data }) => {
          answers.push(data);
          if (data === 'called') Reflect.apply(close, made, []);
        };
        made.onclose = () => resolve(answers);
      }),
  },
  {
    name: 'what send is as a function',
    run: () => {
      const { send } = WebSocket.prototype;
      return [
        Reflect.ownKeys(send).map(String),
        Object.getOwnPropertyDescriptors(send),
        'prototype' in send,
        Object.getPrototypeOf(send) === Function.prototype,
        Object.isExtensible(send),
        Object.prototype.toString.call(send),
        send instanceof Function,
      ];
    },
  },
];
