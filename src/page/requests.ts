import type { Body, RequestEvent } from '../core/capture/event.ts';
import type { Snapshot } from '../core/capture/snapshot.ts';
import { cause } from './calls.ts';
import { now } from './clock.ts';
import { guard, report } from './outbox.ts';

/** A request that a dialect names, before its body was read. */
export interface Outgoing {
  readonly via: RequestEvent['via'];
  readonly method: Snapshot;
  readonly url: string;
  readonly headers: Snapshot;
}

let requests = 0;

/** Reports a request that leaves now, as soon as `read` has come to its body. @returns its number */
export function reportRequest(outgoing: Outgoing, read: (done: (body: Body) => void) => void): number {
  const request = ++requests;
  const time = now();
  const causedBy = cause();
  read((body) =>
    guard(outgoing.via, () => report({ kind: 'request', time, request, ...outgoing, body, cause: causedBy })),
  );
  return request;
}

/** @returns reports the answer that came now, as soon as its body was read */
export function answerTo(request: number, status: number, tap: string): (body: Body) => void {
  const time = now();
  return (body) => guard(tap, () => report({ kind: 'response', time, request, status, body }));
}
