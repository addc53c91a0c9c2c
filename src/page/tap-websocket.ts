import type { FrameEvent, SocketEvent } from '../core/capture/event.ts';
import { MAX_FRAME_TEXT, readBody } from './body.ts';
import type { Calls } from './calls.ts';
import { now } from './clock.ts';
import { listen } from './listen.ts';
import { apply, construct, createRegistry, isArray, list, ownValue, reader } from './natives.ts';
import type { Outbox } from './outbox.ts';
import { wrapOwn } from './wrap.ts';

const OPEN = 1;

/**
 * Observes every socket of this window: construction, opening, errors, closing, and the frames both ways. Our listeners
 * are the first on a socket, so that a frame is seen before the page acts on it.
 *
 * @param look runs before a socket is constructed: by then an SDK is there
 */
export function tapWebSocket(outbox: Outbox, calls: Calls, look: () => void): void {
  const { prototype } = WebSocket;
  const urlOf = reader(prototype, 'url');
  const readyStateOf = reader(prototype, 'readyState');
  const dataOf = reader(MessageEvent.prototype, 'data');
  const codeOf = reader(CloseEvent.prototype, 'code');
  const reasonOf = reader(CloseEvent.prototype, 'reason');
  const numbers = createRegistry<number>();
  let sockets = 0;

  type Details = Partial<Pick<SocketEvent, 'protocols' | 'code' | 'reason' | 'cause'>>;
  const report = (number: number, socket: object, phase: SocketEvent['phase'], more: Details): void =>
    outbox.add({ kind: 'socket', time: now(), socket: number, phase, url: urlOf(socket), ...more });

  const reportFrame = (number: number, direction: FrameEvent['direction'], data: unknown): void => {
    const time = now();
    if (typeof data === 'string' && data.length <= MAX_FRAME_TEXT) {
      const body = { type: 'text', text: data, size: data.length } as const;
      outbox.add({ kind: 'frame', time, socket: number, direction, body });
      return;
    }
    readBody(data, MAX_FRAME_TEXT, (body) =>
      outbox.guard('WebSocket', () => outbox.add({ kind: 'frame', time, socket: number, direction, body })),
    );
  };

  const observe = (socket: WebSocket, protocols: unknown): void => {
    sockets++;
    const number = sockets;
    numbers.set(socket, number);
    const on = (type: string, work: (event: Event) => void): void =>
      listen(socket, type, (event) => outbox.guard('WebSocket', () => work(event)));
    on('open', () => report(number, socket, 'open', {}));
    on('message', (event) => reportFrame(number, 'in', dataOf(event)));
    on('error', () => report(number, socket, 'error', {}));
    on('close', (event) =>
      report(number, socket, 'closed', { code: codeOf(event), reason: reasonOf(event) }),
    );
    report(number, socket, 'connecting', { protocols: namesIn(protocols), ...calls.cause() });
  };

  wrapOwn(window, 'WebSocket', {
    construct(target, args, newTarget) {
      outbox.guard('WebSocket', look);
      const socket = construct(target, args, newTarget);
      outbox.guard('WebSocket', () => observe(socket, args[1]));
      return socket;
    },
  });
  wrapOwn(prototype, 'send', {
    apply(target, self: WebSocket, args) {
      const result: unknown = apply(target, self, args);
      try {
        const number = numbers.get(self);
        // On a socket that is closing, `send` drops the frame and says nothing.
        if (number !== undefined && readyStateOf(self) === OPEN) reportFrame(number, 'out', args[0]);
      } catch (error) {
        outbox.failed('WebSocket', error);
      }
      return result;
    },
  });
}

/** The sub-protocols that were asked for, as far as they are plain strings. */
function namesIn(protocols: unknown): readonly string[] {
  const names = list<string>();
  if (typeof protocols === 'string') names[0] = protocols;
  if (!isArray(protocols)) return names;
  const length = ownValue(protocols, 'length');
  for (let i = 0; typeof length === 'number' && i < length && i < 100; i++) {
    const name = ownValue(protocols, i);
    if (typeof name === 'string') names[names.length] = name;
  }
  return names;
}
