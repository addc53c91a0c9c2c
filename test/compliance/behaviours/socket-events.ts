import type { Behaviour } from '../support/behaviour.ts';

/** A socket from opening to closing. */
export const SOCKET_EVENTS: readonly Behaviour[] = [
  {
    name: 'the order of listeners and handlers',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const order: string[] = [];
        const made = new WebSocket(socket);
        made.addEventListener('open', () => order.push('first'));
        made.onopen = () => order.push('handler');
        made.addEventListener('open', { handleEvent: () => order.push('object') });
        made.addEventListener('open', () => order.push('once'), { once: true });
        made.addEventListener('open', () => {
          queueMicrotask(() => order.push('microtask'));
        });
        made.addEventListener('open', () => {
          order.push('last');
          setTimeout(() => resolve(order));
        });
      }),
  },
  {
    name: 'a message event',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket, 'b');
        made.onopen = () => made.send('hello');
        made.onmessage = (event) =>
          resolve([
            made.protocol,
            made.readyState,
            event.type,
            event.data,
            event.origin,
            event.lastEventId,
            event.isTrusted,
            event.bubbles,
            event.cancelable,
            event.target === made,
            event.currentTarget === made,
            event instanceof MessageEvent,
            event.constructor === MessageEvent,
            Object.keys(event),
          ]);
      }),
  },
  {
    name: 'stopping an event',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: string[] = [];
        const made = new WebSocket(socket);
        made.addEventListener('open', (event) => {
          seen.push('first');
          event.stopImmediatePropagation();
          setTimeout(() => resolve(seen));
        });
        made.addEventListener('open', () => seen.push('second'));
      }),
  },
  {
    name: 'an event that the page makes itself',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      const seen: unknown[] = [];
      made.onmessage = ({ data, isTrusted }) => seen.push(data, isTrusted);
      made.onclose = ({ code, reason }) => seen.push(code, reason);
      seen.push(made.dispatchEvent(new MessageEvent('message', { data: { own: 1 }, cancelable: true })));
      seen.push(made.dispatchEvent(new CloseEvent('close', { code: 4000, reason: 'own' })));
      made.dispatchEvent(new Event('message'));
      return seen;
    },
  },
  {
    name: 'what send returns, and what waits after it',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => {
          const returned: unknown = made.send('€uro');
          resolve([String(returned), made.bufferedAmount]);
        };
      }),
  },
  {
    name: 'everything that can be sent arrives',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const bytes = new Uint8Array([0, 1, 127, 128, 255]);
        const sent = [
          'text',
          '',
          '\ud800 lone',
          42,
          null,
          undefined,
          true,
          { toString: () => 'object' },
          ['a', 'b'],
          bytes,
          bytes.buffer,
          new DataView(bytes.buffer, 1, 2),
          new Blob(['blob']),
          new URLSearchParams('a=1'),
        ];
        const answers: unknown[] = [];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          for (const data of sent) Reflect.apply(made.send, made, [data]);
        };
        made.onmessage = ({ data }) => {
          answers.push(typeof data === 'string' ? data : [...new Uint8Array(data)]);
          if (answers.length === sent.length) resolve(answers);
        };
      }),
  },
  {
    name: 'binary messages as blobs',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => made.send(new Uint8Array([1, 2, 3]));
        made.onmessage = async (event) => {
          const blob: unknown = event.data;
          if (!(blob instanceof Blob)) return resolve('no blob');
          resolve([blob.size, blob.type, event.data === blob, [...new Uint8Array(await blob.arrayBuffer())]]);
        };
      }),
  },
  {
    name: 'what is sent is turned into text once',
    run: ({ socket }) =>
      new Promise((resolve) => {
        let calls = 0;
        const made = new WebSocket(socket);
        made.onopen = () => {
          const data = {
            toString: () => {
              calls++;
              return 'x';
            },
          };
          Reflect.apply(made.send, made, [data]);
          resolve(calls);
        };
      }),
  },
  {
    name: 'closing',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket(socket);
        made.onerror = () => seen.push('error');
        made.onopen = () => {
          try {
            made.close(999);
          } catch (error) {
            seen.push(String(error));
          }
          made.close(3000, 'bye');
          seen.push(made.readyState);
          made.send('dropped in silence');
        };
        made.onclose = ({ code, reason, wasClean }) => {
          seen.push(code, reason, wasClean, made.readyState);
          made.send('dropped as well');
          resolve(seen);
        };
      }),
  },
  {
    name: 'a connection that is refused',
    run: () =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket('ws://localhost:1/');
        made.onerror = (event) => seen.push(event.type, event instanceof ErrorEvent, made.readyState);
        made.onclose = ({ code, wasClean }) => resolve([...seen, code, wasClean]);
      }),
  },
  {
    name: 'two sockets at once, each with its own messages',
    run: ({ socket }) =>
      Promise.all(
        ['one', 'two'].map(
          (name) =>
            new Promise((resolve) => {
              const made = new WebSocket(socket);
              made.onopen = () => made.send(name);
              made.onmessage = ({ data }) => resolve(data);
            }),
        ),
      ),
  },
  {
    name: 'the send of another window',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const made = new WebSocket(socket);
        made.onopen = () => {
          const scope: unknown = frame.contentWindow;
          const foreign: unknown = Reflect.get(Object(scope), 'WebSocket');
          Reflect.apply(Reflect.get(Object(Reflect.get(Object(foreign), 'prototype')), 'send'), made, [
            'crossed',
          ]);
        };
        made.onmessage = ({ data }) => resolve(data);
      }),
  },
  {
    name: 'bytes that are shared or can be resized',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const { buffer: shared } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        const resizable: ArrayBuffer = Reflect.construct(ArrayBuffer, [4, { maxByteLength: 8 }]);
        const given = [
          shared,
          new Uint8Array(shared, 0, 2),
          new DataView(shared),
          resizable,
          new Uint8Array(resizable),
        ];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        const seen: unknown[] = [];
        made.onopen = () => {
          for (const data of given) {
            try {
              seen.push(String(Reflect.apply(made.send, made, [data])), made.bufferedAmount);
            } catch (error) {
              seen.push(String(error), error instanceof TypeError);
            }
          }
          made.send('end');
        };
        made.onmessage = ({ data }) => {
          if (data !== 'end') seen.push(data.byteLength);
          else resolve(seen);
        };
      }),
  },
];
