import type { FrameEvent, SocketEvent } from '../core/capture/event.ts';
import type { Snapshot } from '../core/capture/snapshot.ts';
import { MAX_FRAME_TEXT, readBody } from './body.ts';
import { cause } from './calls.ts';
import { now } from './clock.ts';
import { hook } from './hook.ts';
import { listen } from './listen.ts';
import { lookAgain } from './looks.ts';
import { apply, construct, createRegistry, reader } from './natives.ts';
import { failed, guard, report, untold } from './outbox.ts';
import { snapshot } from './snapshot.ts';

const TAP = 'WebSocket';
const OPEN = 1;

/**
 * Observes every socket of this window: construction, opening, errors, closing, and the frames both ways. Our listeners
 * are the first on a socket, so that a frame is seen before the page acts on it.
 */
export function tapWebSocket(): void {
  const { prototype } = WebSocket;
  const urlOf = reader(WebSocket, 'url');
  const readyStateOf = reader(WebSocket, 'readyState');
  const dataOf = reader(MessageEvent, 'data');
  const codeOf = reader(CloseEvent, 'code');
  const reasonOf = reader(CloseEvent, 'reason');
  const numbers = createRegistry<number>();
  let sockets = 0;

  type Details = Pick<SocketEvent, 'code' | 'reason'> & {
    readonly protocols?: Snapshot;
    readonly cause?: number | undefined;
  };
  const reportSocket = (number: number, socket: object, phase: SocketEvent['phase'], more?: Details): void =>
    report({ kind: 'socket', time: now(), socket: number, phase, url: urlOf(socket), ...more });

  const reportFrame = (number: number, direction: FrameEvent['direction'], data: unknown): void => {
    const time = now();
    if (typeof data === 'string' && data.length <= MAX_FRAME_TEXT) {
      const body = { type: 'text', text: data, size: data.length } as const;
      report({ kind: 'frame', time, socket: number, direction, body });
      return;
    }
    readBody(data, MAX_FRAME_TEXT, (body) =>
      guard(TAP, () => report({ kind: 'frame', time, socket: number, direction, body })),
    );
  };

  const take = (socket: WebSocket): number => {
    numbers.set(socket, ++sockets);
    return sockets;
  };

  /** A socket of another window, on which this window's `send` was called: that window's hooks see all but this. */
  const takeForeign = (socket: WebSocket): number => {
    const number = take(socket);
    reportSocket(number, socket, 'open');
    return number;
  };

  const observe = (socket: WebSocket, protocols: unknown): void => {
    const number = take(socket);
    // What the page dispatches itself came from nowhere.
    const on = (type: string, work: (event: Event) => void): void =>
      listen(socket, type, (event) => guard(TAP, () => event.isTrusted && work(event)));
    on('open', () => reportSocket(number, socket, 'open'));
    on('message', (event) => reportFrame(number, 'in', dataOf(event)));
    on('error', () => reportSocket(number, socket, 'error'));
    on('close', (event) =>
      reportSocket(number, socket, 'closed', { code: codeOf(event), reason: reasonOf(event) }),
    );
    reportSocket(number, socket, 'connecting', { protocols: snapshot(protocols), cause: cause() });
  };

  hook(window, 'WebSocket', {
    construct(target, args, newTarget) {
      // By now an SDK is there.
      lookAgain();
      const socket = construct(target, args, newTarget);
      guard(TAP, () => observe(socket, args[1]));
      return socket;
    },
  });
  hook(prototype, 'send', {
    apply(target, self: WebSocket, args) {
      const result: unknown = apply(target, self, args);
      try {
        // On a socket that is closing, `send` drops the frame and says nothing.
        if (readyStateOf(self) === OPEN) reportFrame(numbers.get(self) ?? takeForeign(self), 'out', args[0]);
      } catch (error) {
        // The frame has left: where the stack ends, the page must not be told otherwise.
        try {
          failed(TAP, error);
        } catch {
          untold.lost++;
        }
      }
      return result;
    },
  });
}
