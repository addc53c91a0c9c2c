import type { Behaviour } from '../support/behaviour.ts';

export const WORKER: readonly Behaviour[] = [
  {
    name: 'the classes themselves',
    run: () =>
      [Worker, SharedWorker].map((type) => {
        const { writable, enumerable, configurable } =
          Object.getOwnPropertyDescriptor(window, type.name) ?? {};
        return [
          String(type),
          type.length,
          type.prototype.constructor === type,
          Object.getOwnPropertyNames(type),
          [writable, enumerable, configurable],
        ];
      }),
  },
  {
    name: 'a worker answers',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const worker = new Worker(`${origin}/worker.js`, { name: 'own' });
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve([data, worker instanceof Worker, worker.constructor === Worker]);
        };
        worker.postMessage({ a: 1 });
      }),
  },
  {
    name: 'a shared worker answers',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const worker = new SharedWorker(new URL(`${origin}/worker.js`));
        worker.port.onmessage = ({ data }) => resolve([data, worker instanceof SharedWorker]);
      }),
  },
  {
    name: 'errors',
    run: ({ origin }) => {
      const attempts = [
        () => Reflect.apply(Worker, undefined, [`${origin}/worker.js`]),
        () => Reflect.construct(Worker, []),
        () => new Worker('https://elsewhere.example/worker.js'),
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
    name: 'a URL is turned into text once',
    run: ({ origin }) => {
      let calls = 0;
      const url = {
        toString: () => {
          calls++;
          return `${origin}/worker.js`;
        },
      };
      const worker: unknown = Reflect.construct(Worker, [url]);
      return [calls, worker instanceof Worker];
    },
  },
];
