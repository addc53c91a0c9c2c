import type { Body } from '../core/capture/event.ts';
import { MAX_BODY_TEXT, NO_BODY, readBody, textBody } from './body.ts';
import { now } from './clock.ts';
import { headersOf } from './headers.ts';
import { hook } from './hook.ts';
import { lookAgain } from './looks.ts';
import { apply, attempt, bare, chain, isObject, nothing, peek, reader, settle, uncurry } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import { guard, report } from './outbox.ts';
import { methodName, reportRequest } from './requests.ts';

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
const STREAM: Body = { type: 'opaque', what: 'stream' };
const NativeTransform = TransformStream;
const pipeThrough: (
  stream: ReadableStream,
  through: ReadableWritablePair,
  options: StreamPipeOptions,
) => ReadableStream = uncurry(ReadableStream.prototype.pipeThrough);
const cancel: (stream: unknown) => Promise<void> = uncurry(ReadableStream.prototype.cancel);
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
    const method = methodName(option('method') ?? attempt(methodOf, input));
    const headers = headersOf(option('headers') ?? attempt(requestHeadersOf, input));
    const body = option('body') ?? null;
    return reportRequest({ via: 'fetch', method, url, headers }, (done) => {
      const copy = body === null ? attempt(cloneRequest, input) : undefined;
      if (copy) readCopy(copy, done);
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
      const promise: Promise<Response> = apply(target, self, args);
      return request === null ? promise : follow(promise, request);
    },
  });
}

/**
 * Reads a copy of a request, unless its body is a stream: the page's source would be asked for more than leaves, and not
 * be told when nobody wants any more. Nothing tells a stream but that a request made of one cannot be `no-cors`:
 * https://fetch.spec.whatwg.org/#dom-request
 */
function readCopy(copy: Request, done: (body: Body) => void): void {
  // What else could not be `no-cors` is set aside.
  const init = bare({ cache: 'default', method: 'POST', mode: 'no-cors' } as const);
  const whole = attempt(() => new NativeRequest(copy, init), copy);
  if (whole) readText(requestText(whole), done);
  else {
    settle(cancel(requestBodyOf(copy)), nothing, nothing);
    done(STREAM);
  }
}

/** Reads a copy of a body. */
const readText = (text: Promise<string>, done: (body: Body) => void): void =>
  settle(
    text,
    (whole) => done(textBody(whole, MAX_BODY_TEXT)),
    () => done(STREAM),
  );
