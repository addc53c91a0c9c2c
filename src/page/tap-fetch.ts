import type { Body } from '../core/capture/event.ts';
import { MAX_BODY_TEXT, NO_BODY, readBody, textBody } from './body.ts';
import { now } from './clock.ts';
import { describeError } from './describe.ts';
import { headersOf } from './headers.ts';
import { hook } from './hook.ts';
import { lookAgain } from './looks.ts';
import {
  apply,
  attempt,
  bare,
  chain,
  construct,
  isObject,
  peek,
  reader,
  settle,
  uncurry,
} from './natives.ts';
import { observedUrl } from './observed-url.ts';
import { guard, report } from './outbox.ts';
import { reportRequest } from './requests.ts';
import { snapshot } from './snapshot.ts';

const TAP = 'fetch';
/** How long an answer may take from its first byte to its last. */
const PATIENCE_MS = 5_000;

const methodOf = reader(Request.prototype, 'method');
const requestHeadersOf = reader(Request.prototype, 'headers');
const cloneRequest: (request: unknown) => Request = uncurry(Request.prototype.clone);
const requestBodyOf = reader(Request.prototype, 'body');
const requestText: (request: object) => Promise<string> = uncurry(Request.prototype.text);
const statusOf = reader(Response.prototype, 'status');
const bodyOf = reader(Response.prototype, 'body');
const cloneResponse: (response: object) => Response = uncurry(Response.prototype.clone);
const { timeout } = AbortSignal;
const NativeRequest = Request;
const NativeResponse = Response;
const NativeTransform = TransformStream;
const pipeThrough: (
  stream: ReadableStream,
  through: ReadableWritablePair,
  options: StreamPipeOptions,
) => ReadableStream = uncurry(ReadableStream.prototype.pipeThrough);
const getReader: (stream: unknown) => object = uncurry(ReadableStream.prototype.getReader);
const releaseLock: (reader: object) => void = uncurry(ReadableStreamDefaultReader.prototype.releaseLock);
const responseText: (response: object) => Promise<string> = uncurry(Response.prototype.text);

/**
 * Observes `fetch` for the URLs that a dialect names. The page then gets the promise that follows the native one, and
 * never the native one with a handler of ours beside it: that would count as handled, and silence
 * `unhandledrejection`. For all other URLs it gets the native promise.
 */
export function tapFetch(): void {
  const begin = (input: unknown, init: unknown): number | null => {
    const url = observedUrl(input);
    if (url === null) return null;
    lookAgain();
    const option = (name: string): unknown => (isObject(init) ? peek(init, name) : undefined);
    const method = snapshot(option('method') ?? attempt(methodOf, input));
    const headers = headersOf(option('headers') ?? attempt(requestHeadersOf, input));
    return reportRequest({ via: 'fetch', method, url, headers }, (done) => {
      const body = option('body') ?? streamOf(input);
      const copy = body === undefined ? attempt(cloneRequest, input) : undefined;
      if (copy) readText(requestText(copy), done);
      else readBody(body, MAX_BODY_TEXT, done);
    });
  };

  const observe = (request: number, response: Response): void => {
    const status = statusOf(response);
    const time = now();
    const answered = (body: Body): void =>
      guard(TAP, () => report({ kind: 'response', time, request, status, body }));
    const body = bodyOf(cloneResponse(response));
    if (!body) {
      answered(NO_BODY);
      return;
    }
    // An answer that never ends must not be kept open by us when the page has had enough, of which nothing tells.
    const some = pipeThrough(body, new NativeTransform(), bare({ signal: timeout(PATIENCE_MS) }));
    readText(responseText(new NativeResponse(some)), answered);
  };

  const follow = (promise: Promise<Response>, request: number): Promise<Response> =>
    chain(
      promise,
      (response) => {
        guard(TAP, () => observe(request, response));
        return response;
      },
      (reason) => {
        guard(TAP, () => report({ kind: 'response', time: now(), request, status: 0, body: NO_BODY }));
        throw reason;
      },
    );

  hook(window, 'fetch', {
    apply(target, self: unknown, args) {
      let request: number | null = null;
      guard(TAP, () => {
        request = begin(args[0], args[1]);
      });
      let promise: Promise<Response> = apply(target, self, args);
      // What was in place of `fetch` before us may give a promise of its own.
      guard(TAP, () => {
        if (request !== null) promise = follow(promise, request);
      });
      return promise;
    },
  });
}

/**
 * The stream that a request was made of. A copy of it is not to be made: the page's source would be asked for more than
 * leaves, and be told otherwise when nobody wants any more. Nothing tells a stream but that a request made of one cannot be
 * `no-cors`, which is refused before it is seen whether its body can be used: https://fetch.spec.whatwg.org/#dom-request
 */
function streamOf(request: unknown): unknown {
  const body = attempt(requestBodyOf, request);
  // While it is locked, it is refused in any case, and nothing is taken out of it.
  const lock = attempt(getReader, body);
  if (!lock) return undefined;
  // What else could not be `no-cors` is set aside.
  const init = bare({ cache: 'default', method: 'POST', mode: 'no-cors' });
  const isStream = refusalOf(request, init) !== refusalOf(request);
  releaseLock(lock);
  return isStream ? body : undefined;
}

/** Why no request can be made of another. */
function refusalOf(request: unknown, init?: object): string | undefined {
  try {
    construct(NativeRequest, [request, init]);
    return undefined;
  } catch (error) {
    return describeError(error);
  }
}

/** Reads a copy of a body. */
const readText = (text: Promise<string>, done: (body: Body) => void): void =>
  settle(
    text,
    (whole) => done(textBody(whole, MAX_BODY_TEXT)),
    () => done({ type: 'opaque', what: 'stream' }),
  );
