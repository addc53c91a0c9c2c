import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/core/capture/snapshot.ts';
import { allowance, snapshot } from '../../../src/page/snapshot.ts';

/** As it arrives at the relay. */
const taken = (value: unknown): Json => JSON.parse(JSON.stringify(snapshot(value)));

describe('what JSON can say is taken as it is', () => {
  test.each([
    ['nothing', null],
    ['text', 'CRM-882910'],
    ['a number', -12.5],
    ['an empty object', {}],
    ['an empty array', []],
    ['options', { name: 'John', attributes: { custom: { crm_customer_id: 'CRM-1' } }, list: [1, [true]] }],
  ])('%s', (_name, value) => {
    expect(taken(value)).toEqual(value);
  });

  test('an object without a prototype, and one that is in two places', () => {
    const shared = { id: 1 };
    expect(taken(Object.assign(Object.create(null), { a: shared, b: shared }))).toEqual({
      a: { id: 1 },
      b: { id: 1 },
    });
  });
});

describe('what JSON would lose is marked', () => {
  class Visitor {
    id = 'CRM-1';
    #secret = 1;
    get secret(): number {
      return this.#secret;
    }
  }
  const startChat = (): number => 0;
  test.each([
    ['undefined', undefined, { $mark: 'undefined' }],
    ['NaN', Number.NaN, { $mark: 'number', value: 'NaN' }],
    ['infinity', -Infinity, { $mark: 'number', value: '-Infinity' }],
    ['negative zero', -0, { $mark: 'number', value: '-0' }],
    ['a BigInt', 10n, { $mark: 'bigint', value: '10' }],
    ['a symbol', Symbol('s'), { $mark: 'symbol', value: 'Symbol(s)' }],
    ['a function', startChat, { $mark: 'function', value: 'startChat' }],
    ['a date', new Date(0), { $mark: 'date', value: '1970-01-01T00:00:00.000Z' }],
    ['an invalid date', new Date(Number.NaN), { $mark: 'date', value: 'Invalid Date' }],
    ['an error', new TypeError('no'), { $mark: 'error', value: 'TypeError: no' }],
    ['a promise', Promise.resolve(1), { $mark: 'promise' }],
    ['a map', new Map([[1, 2]]), { $mark: 'other', value: 'Map' }],
    ['bytes', new Uint8Array(3), { $mark: 'other', value: 'Uint8Array' }],
    [
      'a class instance',
      new Visitor(),
      { $mark: 'object', name: 'Visitor', entries: [['id', 'CRM-1']], more: 0 },
    ],
    ['a hole', Object.assign(new Array(2), { 1: 3 }), [{ $mark: 'undefined' }, 3]],
    [
      'a key that says mark',
      { $mark: 'deep' },
      { $mark: 'object', name: 'Object', entries: [['$mark', 'deep']], more: 0 },
    ],
    [
      'a key that is __proto__',
      JSON.parse('{"__proto__":{"admin":true}}'),
      { $mark: 'object', name: 'Object', entries: [['__proto__', { admin: true }]], more: 0 },
    ],
  ])('%s', (_name, value, expected) => {
    expect(taken(value)).toEqual(expected);
  });

  test('an object that contains itself', () => {
    const options: Record<string, unknown> = { name: 'John' };
    options.self = options;
    options.list = [{ options }];
    expect(taken(options)).toEqual({
      name: 'John',
      self: { $mark: 'cycle', value: 1 },
      list: [{ options: { $mark: 'cycle', value: 3 } }],
    });
  });
});

describe('no code of the page runs', () => {
  test('a getter is not called', () => {
    let calls = 0;
    const options = {
      get customerId() {
        calls++;
        return 'CRM-1';
      },
    };
    expect(taken(options)).toEqual({ customerId: { $mark: 'getter' } });
    expect(taken(Object.defineProperty([1], 0, { get: () => calls++, enumerable: true }))).toEqual([
      { $mark: 'getter' },
    ]);
    expect(calls).toBe(0);
  });

  test('toJSON, toString, valueOf and Symbol.toPrimitive are not called', () => {
    const trap = (): never => {
      throw new Error('called');
    };
    const value = { toJSON: trap, toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap };
    expect(taken(value)).toEqual({
      toJSON: { $mark: 'function', value: 'trap' },
      toString: { $mark: 'function', value: 'trap' },
      valueOf: { $mark: 'function', value: 'trap' },
    });
  });

  test('a Proxy that throws, and one that was revoked, are said to have thrown', () => {
    const angry = new Proxy(
      { id: 1 },
      {
        getOwnPropertyDescriptor() {
          throw new RangeError('never');
        },
      },
    );
    expect(taken({ angry })).toEqual({ angry: { id: { $mark: 'threw', value: 'RangeError: never' } } });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(taken([proxy])).toEqual([{ $mark: 'threw', value: expect.stringContaining('TypeError') }]);
  });
});

test('a page that replaces built-ins neither breaks it nor sees it', () => {
  const seen: string[] = [];
  const spy = (name: string) => (): never => {
    seen.push(name);
    throw new Error(name);
  };
  const replaced = [
    [Array.prototype, 'push'],
    [Array.prototype, Symbol.iterator],
    [Object, 'keys'],
    [Object, 'getOwnPropertyDescriptor'],
    [Reflect, 'ownKeys'],
    [Reflect, 'apply'],
    [String.prototype, 'slice'],
    [Date.prototype, 'getTime'],
    [Function.prototype, 'call'],
    [Function.prototype, 'apply'],
    [Function.prototype, 'toString'],
    [WeakMap.prototype, 'get'],
    [Object, Symbol.hasInstance],
    [globalThis, 'Proxy'],
    [globalThis, 'String'],
  ] as const;
  const originals = replaced.map(([owner, key]) => Object.getOwnPropertyDescriptor(owner, key));
  const value = { list: [1, new Date(0), 'x'.repeat(70_000)], map: new Map(), made: new (class Made {})() };
  const define = Object.defineProperty;
  const remove = Reflect.deleteProperty;
  let copy: unknown;
  try {
    for (let i = 0; i < replaced.length; i++) {
      const entry = replaced[i];
      if (entry)
        define(entry[0], entry[1], { value: spy(String(entry[1])), configurable: true, writable: true });
    }
    define(Object.prototype, 'id', { set: spy('setter'), configurable: true });
    copy = snapshot(value);
  } finally {
    remove(Object.prototype, 'id');
    for (let i = 0; i < replaced.length; i++) {
      const entry = replaced[i];
      const original = originals[i];
      if (entry && original) define(entry[0], entry[1], original);
      else if (entry) remove(entry[0], entry[1]);
    }
  }
  expect(seen).toEqual([]);
  expect(copy).toMatchObject({ list: [1, { $mark: 'date' }, { $mark: 'string' }], map: { $mark: 'other' } });
});

describe('the copy is bounded, and says what it left out', () => {
  test('keys', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key${i}`, i]));
    expect(taken(many)).toMatchObject({ $mark: 'object', name: 'Object', more: 99_800 });
  });

  test('items, also of an array that is only said to be long', () => {
    expect(taken(Array.from({ length: 1_000 }, () => 0))).toMatchObject({ $mark: 'array', more: 800 });
    expect(taken(new Array(2 ** 32 - 1))).toMatchObject({ $mark: 'array', more: 2 ** 32 - 201 });
  });

  test('depth', () => {
    let deep: unknown = 'bottom';
    for (let i = 0; i < 1_000; i++) deep = { deep };
    const text = JSON.stringify(taken(deep));
    expect(text).toContain('{"$mark":"deep"}');
    expect(text.length).toBeLessThan(200);
  });

  test('values that share an allowance, together', () => {
    const walk = allowance();
    const text = 'x'.repeat(64 * 1024);
    for (let i = 0; i < 8; i++) expect(snapshot(text, walk)).toBe(text);
    expect(snapshot(text, walk)).toEqual({ $mark: 'string', head: '', length: text.length });
    for (let i = 0; i < 5_000; i++) snapshot(i, walk);
    expect(snapshot({ id: 1 }, walk)).toEqual({ $mark: 'object', name: 'Object', entries: [], more: 1 });
  });

  test('a long text keeps its head and its length', () => {
    expect(taken('x'.repeat(70_000))).toEqual({
      $mark: 'string',
      head: 'x'.repeat(65_536),
      length: 70_000,
    });
  });

  test('all texts together', () => {
    const texts = Array.from({ length: 200 }, () => 'x'.repeat(60_000));
    expect(JSON.stringify(taken(texts)).length).toBeLessThan(600_000);
  });

  test('objects that each hold many', () => {
    const wide = (depth: number): unknown =>
      depth === 0 ? 0 : Array.from({ length: 100 }, () => wide(depth - 1));
    expect(JSON.stringify(taken(wide(3))).length).toBeLessThan(200_000);
  });

  test('a BigInt of a million digits', () => {
    const started = performance.now();
    expect(JSON.stringify(taken(2n ** 4_000_000n)).length).toBeLessThan(500);
    // Written in decimal it would take a minute.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
