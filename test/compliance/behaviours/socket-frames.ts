import type { Behaviour } from '../support/behaviour.ts';

/** What goes through a socket, and what waits in it. */
export const SOCKET_FRAMES: readonly Behaviour[] = [
  {
    name: 'binaryType: its values, and those that are ignored',
    run: ({ socket }) => {
      const made = new WebSocket(socket);
      return [made.binaryType, 'arraybuffer', 'nonsense', 'blob', ''].map((type) => {
        Reflect.set(made, 'binaryType', type);
        return made.binaryType;
      });
    },
  },
  {
    name: 'binaryType changed between two messages',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const kinds: string[] = [];
        const made = new WebSocket(socket);
        made.onopen = () => made.send(new Uint8Array([1]));
        made.onmessage = ({ data }) => {
          kinds.push(Object.prototype.toString.call(data));
          if (kinds.length === 3) return resolve(kinds);
          made.binaryType = kinds.length === 1 ? 'arraybuffer' : 'blob';
          made.send(new Uint8Array([1]));
        };
      }),
  },
  {
    name: 'views of every type, with an offset',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const { buffer } = new Uint8Array(Array.from({ length: 32 }, (_, i) => i));
        const views = [
          new Int8Array(buffer, 1, 3),
          new Uint8ClampedArray(buffer, 2, 2),
          new Uint16Array(buffer, 4, 1),
          new Float32Array(buffer, 8, 1),
          new Float64Array(buffer, 16, 1),
          new BigInt64Array(buffer, 24, 1),
          new DataView(buffer, 30),
        ];
        const answers: unknown[] = [];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          for (const view of views) made.send(view);
        };
        made.onmessage = ({ data }) => {
          answers.push([...new Uint8Array(data)]);
          if (answers.length === views.length) resolve(answers);
        };
      }),
  },
  {
    name: 'bytes are taken when they are sent',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const bytes = new Uint8Array([1, 2, 3]);
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          made.send(bytes);
          bytes.fill(9);
          resolve(
            new Promise((answered) => {
              made.onmessage = ({ data }) => answered([...new Uint8Array(data), ...bytes]);
            }),
          );
        };
      }),
  },
  {
    name: 'a buffer that is sent is not detached, and a view keeps its buffer',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const { buffer } = new Uint8Array([1, 2, 3, 4]);
        const view = new Uint8Array(buffer, 1, 2);
        const made = new WebSocket(socket);
        made.onopen = () => {
          made.send(buffer);
          made.send(view);
          resolve([buffer.byteLength, view.buffer === buffer, view.byteOffset, [...view]]);
        };
      }),
  },
  {
    name: 'Blobs keep their place between texts',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const answers: unknown[] = [];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          made.send('first');
          made.send(new Blob(['x'.repeat(100_000)], { type: 'text/plain' }));
          made.send('second');
          made.send(new Blob([]));
          made.send('third');
        };
        made.onmessage = ({ data }) => {
          answers.push(typeof data === 'string' ? data : data.byteLength);
          if (answers.length === 5) resolve(answers);
        };
      }),
  },
  {
    name: 'a Blob that is sent can be read again, and is the same',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const blob = new Blob(['{"a":1}'], { type: 'application/json' });
        const made = new WebSocket(socket);
        made.onopen = async () => {
          made.send(blob);
          resolve([blob.size, blob.type, await blob.text(), await blob.slice(1, 3).text()]);
        };
      }),
  },
  {
    name: 'frames that are huge, as text and as bytes',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const size = 2 * 1024 * 1024;
        const answers: unknown[] = [];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          made.send('é'.repeat(size / 2));
          made.send(new Uint8Array(size).fill(7));
          answers.push(made.bufferedAmount);
        };
        made.onmessage = ({ data }) => {
          answers.push(typeof data === 'string' ? [data.length, data.at(-1)] : [data.byteLength]);
          if (answers.length === 3) resolve(answers);
        };
      }),
  },
  {
    name: 'frames of ten megabytes leave whole',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const size = 10 * 1024 * 1024;
        const seen: unknown[] = [];
        const made = new WebSocket(`${socket}?length`);
        made.onopen = () => {
          made.send('é'.repeat(size / 2));
          made.send(new Uint8Array(size));
          seen.push(made.bufferedAmount);
        };
        made.onmessage = ({ data }) => {
          seen.push(data);
          if (seen.length === 3) resolve(seen);
        };
      }),
  },
  {
    name: 'frames that are empty',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const answers: unknown[] = [];
        const made = new WebSocket(socket);
        made.binaryType = 'arraybuffer';
        made.onopen = () => {
          for (const data of ['', new ArrayBuffer(0), new Uint8Array(4).subarray(2, 2), new Blob([])]) {
            made.send(data);
          }
        };
        made.onmessage = ({ data }) => {
          answers.push(typeof data === 'string' ? data : data.byteLength);
          if (answers.length === 4) resolve(answers);
        };
      }),
  },
  {
    name: 'bufferedAmount adds up within a task, and is gone after it',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const amounts: number[] = [];
        const made = new WebSocket(socket);
        amounts.push(made.bufferedAmount);
        made.onopen = () => {
          for (const data of ['abc', '€', new Uint8Array(10), new Blob(['12345'])]) {
            made.send(data);
            amounts.push(made.bufferedAmount);
          }
        };
        let answers = 0;
        made.onmessage = () => {
          answers++;
          if (answers === 4) resolve([...amounts, made.bufferedAmount]);
        };
      }),
  },
  {
    name: 'bufferedAmount after closing counts what is dropped',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        const amounts: number[] = [];
        made.onopen = () => {
          made.close();
          made.send('dropped');
          amounts.push(made.bufferedAmount);
          made.send(new Uint8Array(100));
          amounts.push(made.bufferedAmount);
        };
        made.onclose = () => {
          made.send('x');
          resolve([...amounts, made.bufferedAmount]);
        };
      }),
  },
  {
    name: 'ten thousand frames come back in order',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const count = 10_000;
        let next = 0;
        let inOrder = true;
        const made = new WebSocket(socket);
        made.onopen = () => {
          for (let i = 0; i < count; i++) made.send(`${i}`);
        };
        made.onmessage = ({ data }) => {
          inOrder &&= data === `${next}`;
          next++;
          if (next === count) resolve([inOrder, next]);
        };
      }),
  },
  {
    name: 'sending from within a message',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket(socket);
        made.onopen = () => made.send('3');
        made.addEventListener('message', ({ data }) => {
          seen.push(data);
          if (data === '0') return resolve(seen);
          made.send(`${Number(data) - 1}`);
          seen.push('sent');
        });
      }),
  },
  {
    name: 'frames from where the stack ends: each either leaves or throws',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => {
          let accepted = 0;
          let tries = 0;
          const dive = (...padding: readonly number[]): void => {
            try {
              dive(...padding);
            } catch {
              tries = 500;
            }
            if (tries-- <= 0) return;
            try {
              made.send('x');
              accepted++;
            } catch {
              // There was no stack left for it.
            }
          };
          for (let round = 0; round < 40; round++) dive(...new Array(round).fill(0));
          // Nothing leaves before this script has ended.
          resolve([made.bufferedAmount === accepted, made.bufferedAmount - accepted, accepted > 0]);
        };
      }),
  },
];
