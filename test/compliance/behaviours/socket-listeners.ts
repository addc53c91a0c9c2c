import type { Behaviour } from '../support/behaviour.ts';

/** The handlers and listeners of a socket. */
export const SOCKET_LISTENERS: readonly Behaviour[] = [
  {
    name: 'a handler that is set, replaced, unset and set again',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: string[] = [];
      const fire = (): void => void made.dispatchEvent(new MessageEvent('message'));
      made.onmessage = () => seen.push('one');
      made.addEventListener('message', () => seen.push('listener'));
      fire();
      made.onmessage = () => seen.push('two');
      fire();
      made.onmessage = null;
      fire();
      made.onmessage = () => seen.push('three');
      fire();
      return seen;
    },
  },
  {
    name: 'what a handler can be',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: unknown[] = [];
      const callable = (): void => void seen.push('called');
      for (const value of [callable, {}, 'text', 42, undefined, null, { handleEvent: callable }]) {
        Reflect.set(made, 'onopen', value);
        seen.push(made.onopen === value, made.onopen === null);
        made.dispatchEvent(new Event('open'));
      }
      return seen;
    },
  },
  {
    name: 'the receiver and the result of a handler',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: unknown[] = [];
      made.onmessage = function (this: unknown, ...args: unknown[]) {
        seen.push(this === made, args.length);
        return false;
      };
      const event = new MessageEvent('message', { cancelable: true });
      return [made.dispatchEvent(event), event.defaultPrevented, ...seen];
    },
  },
  {
    name: 'once, and the count of calls',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const counts = { once: 0, always: 0, object: 0, open: 0 };
        const made = new WebSocket(socket);
        made.addEventListener('open', () => {
          counts.open++;
          for (let i = 0; i < 3; i++) made.send(`${i}`);
        });
        made.addEventListener('message', () => counts.once++, { once: true });
        made.addEventListener('message', { handleEvent: () => counts.object++ }, { once: true });
        made.addEventListener('message', ({ data }) => {
          counts.always++;
          if (data === '2') setTimeout(() => resolve(counts));
        });
      }),
  },
  {
    name: 'the same listener twice, and in both phases',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      let calls = 0;
      const listener = (): void => {
        calls++;
      };
      made.addEventListener('message', listener);
      made.addEventListener('message', listener);
      made.addEventListener('message', listener, true);
      made.dispatchEvent(new MessageEvent('message'));
      made.removeEventListener('message', listener);
      made.dispatchEvent(new MessageEvent('message'));
      made.removeEventListener('message', listener, { capture: true });
      made.dispatchEvent(new MessageEvent('message'));
      return calls;
    },
  },
  {
    name: 'handleEvent is looked up for each event',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: unknown[] = [];
      let reads = 0;
      const object = {
        get handleEvent() {
          reads++;
          const number = reads;
          return function (this: unknown): void {
            seen.push(number, this === object);
          };
        },
      };
      made.addEventListener('message', object);
      made.dispatchEvent(new MessageEvent('message'));
      made.dispatchEvent(new MessageEvent('message'));
      return [reads, seen];
    },
  },
  {
    name: 'a listener with a signal, and one that removes another',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: string[] = [];
      const cancel = new AbortController();
      const victim = (): void => void seen.push('victim');
      made.addEventListener('message', () => seen.push('signalled'), { signal: cancel.signal });
      made.addEventListener('message', () => made.removeEventListener('message', victim));
      made.addEventListener('message', victim);
      made.addEventListener('message', () => cancel.abort());
      made.dispatchEvent(new MessageEvent('message'));
      made.dispatchEvent(new MessageEvent('message'));
      return seen;
    },
  },
  {
    name: 'stopImmediatePropagation in the capturing phase, and what the event says of its path',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = () => seen.push('handler');
        made.addEventListener(
          'message',
          (event) => {
            event.stopImmediatePropagation();
            event.preventDefault();
            seen.push(
              event.eventPhase,
              event.defaultPrevented,
              event.composedPath().length,
              event.cancelBubble,
            );
            setTimeout(() => resolve(seen));
          },
          { capture: true },
        );
        made.addEventListener('message', () => seen.push('never'), true);
      }),
  },
  {
    name: 'one event object for all listeners, with what they put on it',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        let first: Event | null = null;
        made.onopen = () => made.send('x');
        made.addEventListener('message', (event) => {
          first = event;
          Reflect.set(event, 'mark', 1);
        });
        made.addEventListener('message', (event) => {
          const data: unknown = event.data;
          resolve([
            event === first,
            Reflect.get(event, 'mark'),
            data === event.data,
            event.ports.length,
            event.source,
          ]);
        });
      }),
  },
  {
    name: 'microtasks between two listeners',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const order: string[] = [];
        const made = new WebSocket(socket);
        for (const name of ['one', 'two']) {
          made.addEventListener('open', () => {
            order.push(name);
            void Promise.resolve().then(() => order.push(`${name} later`));
          });
        }
        made.addEventListener('open', () => setTimeout(() => resolve(order)));
      }),
  },
  {
    name: 'readyState from the beginning to the end, at each event',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        const states: unknown[] = ['new', made.readyState];
        for (const type of ['open', 'message', 'error', 'close']) {
          made.addEventListener(type, () => {
            states.push(type, made.readyState);
            if (type === 'open') made.send('x');
            if (type === 'message') {
              made.close();
              states.push('closing', made.readyState);
            }
            if (type === 'close') setTimeout(() => resolve(states));
          });
        }
      }),
  },
  {
    name: 'a property of its own hides the one of the prototype',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const sent: unknown[] = [];
      Object.assign(made, { room: 'r1', send: (data: unknown) => sent.push(data) });
      Object.defineProperty(made, 'url', { value: 'own', configurable: true });
      made.send('mine');
      const seen = [sent, made.url, Object.keys(made), Reflect.get(made, 'room')];
      Reflect.deleteProperty(made, 'send');
      Reflect.deleteProperty(made, 'url');
      return [...seen, made.send === WebSocket.prototype.send, made.url === socket];
    },
  },
  {
    name: 'a read-only property that is assigned',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      return ['url', 'readyState', 'bufferedAmount', 'protocol', 'extensions', 'CLOSED'].map((key) => [
        Reflect.set(made, key, 'own'),
        String(Reflect.get(made, key)) === 'own',
        Object.hasOwn(made, key),
      ]);
    },
  },
];
