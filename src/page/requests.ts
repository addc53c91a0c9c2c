import type { Body, RequestEvent } from '../core/capture/event.ts';
import type { Calls } from './calls.ts';
import { now } from './clock.ts';
import type { HeaderList } from './headers.ts';
import type { Outbox } from './outbox.ts';

/** A request that a dialect names, before its body was read. */
export interface Outgoing {
  readonly via: RequestEvent['via'];
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
}

/** Numbers and reports the requests of this window. */
export interface Requests {
  /** Reports a request that leaves now, as soon as `read` has come to its body. @returns its number */
  sent(request: Outgoing, read: (done: (body: Body) => void) => void): number;
  answered(request: number, status: number, body: Body): void;
}

export function createRequests(outbox: Outbox, calls: Calls): Requests {
  let requests = 0;
  return {
    sent(outgoing, read) {
      requests++;
      const request = requests;
      const time = now();
      const cause = calls.cause();
      read((body) =>
        outbox.guard(outgoing.via, () =>
          outbox.add({ kind: 'request', time, request, ...outgoing, body, ...cause }),
        ),
      );
      return request;
    },
    answered(request, status, body) {
      outbox.add({ kind: 'response', time: now(), request, status, body });
    },
  };
}
