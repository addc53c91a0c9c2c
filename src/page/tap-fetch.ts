import type { Body } from '../core/capture/event.ts';
import { MAX_BODY_TEXT, NO_BODY, readBody, textBody } from './body.ts';
import { decode, NativeDecoder } from './bytes.ts';
import { describeError } from './describe.ts';
import { headersOf } from './headers.ts';
import { hook } from './hook.ts';
import { later } from './later.ts';
import { lookAgain } from './looks.ts';
import {
  apply,
  attempt,
  bare,
  construct,
  getPrototypeOf,
  isObject,
  nothing,
  peek,
  reader,
  settle,
  uncurry,
} from './natives.ts';
import { observedUrl } from './observed-url.ts';
import { guard } from './outbox.ts';
import { answerTo, reportRequest } from './requests.ts';
import { snapshot } from './snapshot.ts';

const TAP = 'fetch';
/** How long an answer may take from its first byte to its last. */
const PATIENCE_MS = 5_000;

const methodOf = reader(Request, 'method');
const requestHeadersOf = reader(Request, 'headers');
const cloneRequest: (request: unknown) => Request = uncurry(Request.prototype.clone);
const requestBodyOf = reader(Request, 'body');
const requestText: (request: object) => Promise<string> = uncurry(Request.prototype.text);
const statusOf = reader(Response, 'status');
const bodyOf = reader(Response, 'body');
const cloneResponse: (response: object) => Response = uncurry(Response.prototype.clone);
const NativeRequest = Request;
const STREAM: Body = { type: 'opaque', what: 'stream' };
const getReader: (stream: unknown) => object = uncurry(ReadableStream.prototype.getReader);
const cancel: (stream: unknown) => Promise<void> = uncurry(ReadableStream.prototype.cancel);
const { prototype: readerPrototype } = ReadableStreamDefaultReader;
const releaseLock: (reader: object) => void = uncurry(readerPrototype.releaseLock);
const readPart: (reader: object) => Promise<{ readonly done: boolean; readonly value?: unknown }> = uncurry(
  readerPrototype.read,
);

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
    const answered = answerTo(request, statusOf(response), TAP);
    const body = bodyOf(cloneResponse(response));
    if (body) settle(readAnswer(body), answered, () => answered(STREAM));
    else answered(NO_BODY);
  };

  const follow = async (promise: Promise<Response>, request: number): Promise<Response> => {
    try {
      const response = await promise;
      guard(TAP, () => observe(request, response));
      return response;
    } catch (reason) {
      answerTo(request, 0, TAP)(NO_BODY);
      throw reason;
    }
  };

  hook(window, 'fetch', {
    apply(target, self: unknown, args) {
      let request: number | null = null;
      guard(TAP, () => {
        request = begin(args[0], args[1]);
      });
      let promise: Promise<Response> = apply(target, self, args);
      guard(TAP, () => {
        // What was in place of `fetch` before us may give a promise of another kind, which no other can stand for.
        if (request !== null && getPrototypeOf(promise) === getPrototypeOf((async () => 0)()))
          promise = follow(promise, request);
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
  const isStream = made(request, init) !== made(request);
  releaseLock(lock);
  return isStream ? body : undefined;
}

/** Makes a request of another. @returns it, or why there can be none */
function made(request: unknown, init?: object): unknown {
  try {
    return construct(NativeRequest, [request, init]);
  } catch (error) {
    return describeError(error);
  }
}

/** Reads the copy of an answer. Fails when that takes too long: it must not be kept open by us for ever. */
async function readAnswer(stream: ReadableStream): Promise<Body> {
  const lock = getReader(stream);
  const decoder = new NativeDecoder();
  let text = '';
  later(() => {
    // Whoever still waits for a part waits in vain then, and does not take what came for the whole.
    releaseLock(lock);
    settle(cancel(stream), nothing, nothing);
  }, PATIENCE_MS);
  for (;;) {
    const { done, value } = await readPart(lock);
    if (done) return textBody(text + decode(decoder), MAX_BODY_TEXT);
    text += decode(decoder, value, bare({ stream: true }));
  }
}

/** Reads a copy of a body. */
const readText = (text: Promise<string>, done: (body: Body) => void): void =>
  settle(
    text,
    (whole) => done(textBody(whole, MAX_BODY_TEXT)),
    () => done(STREAM),
  );
