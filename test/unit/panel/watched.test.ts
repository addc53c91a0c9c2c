import { expect, it } from 'vitest';
import { EMPTY_LOG, receive } from '../../../src/panel/store/log.ts';
import { watchedOf } from '../../../src/panel/watched/watched.ts';
import { DECLARING } from '../mapping/example.ts';
import { exampleMessage, GOOD, message } from './support.ts';

const logOf = (...messages: readonly ReturnType<typeof message>[]) => receive(EMPTY_LOG, messages, false).log;

it('counts what each hook saw', () => {
  const watched = watchedOf(logOf(exampleMessage(GOOD)), null);
  expect(watched.documents).toMatchObject([{ info: { top: true }, lost: 0 }]);
  expect(watched.documents[0]?.events).toBe(exampleMessage(GOOD).message.events.length);
  const uses = (hook: string) => watched.hooks.find(({ name }) => name === hook)?.uses;
  expect(uses('cxoneChat')).toBe(1);
  expect(uses('fetch, XMLHttpRequest, sendBeacon')).toBe(1);
  expect(watched.sockets).toHaveLength(1);
  expect(watched.sockets[0]?.sent).toBeGreaterThan(0);
  expect(uses('WebSocket')).toBe((watched.sockets[0]?.sent ?? 0) + (watched.sockets[0]?.received ?? 0));
});

it('names the globals that the mapping declares', () => {
  expect(watchedOf(EMPTY_LOG, DECLARING).hooks.map(({ name }) => name)).toContain('acmeChat');
});

it('adds up what observing costs', () => {
  const cost = { batches: 2, characters: 500, spent: 1.5 };
  const of = (id: string) => {
    const received = message({ id, top: id === 'a' });
    return { ...received, message: { ...received.message, cost } };
  };
  expect(watchedOf(logOf(of('a'), of('b')), null).cost).toEqual({ batches: 4, characters: 1000, spent: 3 });
  // The last word of a document counts, and one that says nothing changes nothing.
  expect(watchedOf(logOf(of('a'), message({ id: 'a' })), null).cost).toEqual(cost);
});

it('tells what a document lost, and a socket that only the network saw', () => {
  const wire = message({
    id: 'wire-1',
    top: false,
    events: [{ kind: 'socket', seq: 0, time: 1, socket: 1, phase: 'connecting', url: 'wss://a.example/' }],
  });
  const document = { ...wire.message.document, wire: true } as const;
  const log = logOf(message({ lost: 7 }), { ...wire, message: { ...wire.message, document } });
  const { documents, sockets } = watchedOf(log, null);
  expect(documents).toMatchObject([{ lost: 7 }]);
  expect(sockets).toMatchObject([{ url: 'wss://a.example/', document: { wire: true } }]);
});

it('tells which hooks the page put something of its own in place of', () => {
  const events = ['Window.fetch', 'cxoneChat', 'Window.SharedWorker', 'Window.other'].map(
    (detail, seq) => ({ kind: 'notice', seq, time: seq, code: 'replaced', detail }) as const,
  );
  const { hooks } = watchedOf(logOf(message({ events })), null);
  expect(hooks.filter(({ replaced }) => replaced.length > 0)).toMatchObject([
    { name: 'cxoneChat', replaced: ['cxoneChat'] },
    { name: 'fetch, XMLHttpRequest, sendBeacon', replaced: ['Window.fetch'] },
    { name: 'Worker, SharedWorker', replaced: ['Window.SharedWorker'] },
  ]);
});
