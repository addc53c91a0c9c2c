/**
 * What pages may do to the language; each runs in the page, and finds its tools before it breaks them.
 */
export const ATTACKS: Readonly<Record<string, () => void>> = {
  'built-in functions that throw': () => {
    const owners = [JSON, Reflect, Math, Object, Array, String, Number, Promise, Proxy, Symbol];
    sabotage(
      owners.flatMap((owner) =>
        Reflect.ownKeys(owner)
          .filter((key) => key !== 'prototype' && typeof Reflect.get(owner, key) === 'function')
          .map((key) => [owner, key] as const),
      ),
    );
  },
  'methods of arrays, texts, maps and patterns that throw': () => {
    const owners = [Array, String, Map, WeakMap, RegExp, Number, BigInt, Date, Set];
    sabotage(
      owners.flatMap(({ prototype }) =>
        Reflect.ownKeys(prototype)
          .filter(
            (key) => key !== 'constructor' && Object.getOwnPropertyDescriptor(prototype, key)?.configurable,
          )
          .map((key) => [prototype, key] as const),
      ),
    );
  },
  'promises, events and ports that throw': () => {
    const owners = [
      Promise,
      EventTarget,
      Event,
      MessageEvent,
      CloseEvent,
      MessagePort,
      TextDecoder,
      Blob,
      Node,
    ];
    sabotage(
      owners.flatMap(({ prototype }) =>
        Reflect.ownKeys(prototype)
          // The script itself goes into the page by methods of Node.
          .filter((key) => key !== 'constructor' && !(prototype === Node.prototype && key !== 'baseURI'))
          .filter((key) => Object.getOwnPropertyDescriptor(prototype, key)?.configurable)
          .map((key) => [prototype, key] as const),
      ),
    );
  },
  'requests, answers, addresses and streams that throw': () => {
    const classes = {
      ...{ Request, Response, Headers, URL, URLSearchParams, AbortSignal, AbortController, FormData },
      ...{ ReadableStream, TransformStream, WritableStream, ReadableStreamDefaultReader },
    };
    for (const [name, owner] of Object.entries(classes)) {
      sabotage(
        Reflect.ownKeys(owner.prototype)
          // By this the browser reads an address that the page itself gives to `fetch`.
          .filter((key) => owner !== URL || key !== 'toString')
          .map((key) => [owner.prototype, key] as const),
      );
      sabotage(
        Reflect.ownKeys(owner)
          .filter((key) => typeof Reflect.get(owner, key) === 'function')
          .map((key) => [owner, key] as const),
      );
      sabotage([[window, name]]);
    }
    for (const { prototype } of [XMLHttpRequest, WebSocket, Worker]) {
      sabotage(
        Reflect.ownKeys(prototype)
          .filter((key) => Object.getOwnPropertyDescriptor(prototype, key)?.set === undefined)
          .filter((key) => Object.getOwnPropertyDescriptor(prototype, key)?.get !== undefined)
          .map((key) => [prototype, key] as const),
      );
    }
  },
  'classes that are gone': () => {
    const keys = [
      'Proxy',
      'Reflect',
      'JSON',
      'WeakMap',
      'Map',
      'Promise',
      'CustomEvent',
      'MouseEvent',
      'EventTarget',
    ];
    Object.assign(window, Object.fromEntries(keys.map((key) => [key, undefined])));
  },
  'properties on the prototype of every object': () => {
    const keys = [
      ...[
        'get',
        'set',
        'value',
        'writable',
        'enumerable',
        'configurable',
        'apply',
        'construct',
        'has',
        'ownKeys',
      ],
      ...[
        'kind',
        'body',
        'type',
        'text',
        'size',
        'detail',
        'delay',
        'capture',
        'once',
        'signal',
        'passive',
        'toJSON',
      ],
    ];
    for (const key of keys) {
      const bare: PropertyDescriptor = Object.create(null);
      bare.value = 'polluted';
      bare.writable = true;
      bare.configurable = true;
      Object.defineProperty(Object.prototype, key, bare);
    }
  },
  'setters on the prototype of every array': () => {
    for (let index = 0; index < 100; index++) {
      Object.defineProperty(Array.prototype, index, {
        configurable: true,
        set() {
          throw new Error('sabotage');
        },
      });
    }
  },
  'prototypes that are frozen': () => {
    for (const owner of [
      Object,
      Array,
      Function,
      Promise,
      EventTarget,
      Event,
      MessageEvent,
      WebSocket,
      Proxy,
    ]) {
      if (owner.prototype) Object.freeze(owner.prototype);
      Object.freeze(owner);
    }
  },
  'a clock that stands still, and a scheduler that is gone': () => {
    performance.now = () => Number.NaN;
    Date.now = () => -1;
    Reflect.set(window, 'setTimeout', () => 0);
    Reflect.set(window, 'queueMicrotask', () => 0);
    Object.defineProperty(window, 'scheduler', { value: undefined });
  },
};
