import type { Body } from '../core/capture/event.ts';
import { isReadable, MAX_BODY_TEXT, NO_BODY, readBody, textBody } from './body.ts';
import { contentTypeOf, headersOf } from './headers.ts';
import { apply, attempt, chain, isObject, peek, reader, settle, toUpperCase, uncurry } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import type { Outbox } from './outbox.ts';
import type { Requests } from './requests.ts';
import { wrapOwn } from './wrap.ts';

const TAP = 'fetch';

const methodOf = reader(Request.prototype, 'method');
const requestHeadersOf = reader(Request.prototype, 'headers');
const cloneRequest: (request: object) => Request = uncurry(Request.prototype.clone);
const requestText: (request: object) => Promise<string> = uncurry(Request.prototype.text);
const statusOf = reader(Response.prototype, 'status');
const responseHeadersOf = reader(Response.prototype, 'headers');
const cloneResponse: (response: object) => Response = uncurry(Response.prototype.clone);
const responseText: (response: object) => Promise<string> = uncurry(Response.prototype.text);

/**
 * Observes `fetch` for the URLs that a dialect names. The page then gets the promise that follows the native one, and
 * never the native one with a handler of ours beside it: that would count as handled, and silence
 * `unhandledrejection`. For all other URLs it gets the native promise.
 *
 * @param look runs before an observed request leaves
 */
export function tapFetch(outbox: Outbox, requests: Requests, look: () => void): void {
  const begin = (input: unknown, init: unknown): number | null => {
    const url = observedUrl(input);
    if (url === null) return null;
    look();
    const request = isObject(input) && attempt(methodOf, input) !== undefined ? input : null;
    const option = (name: string): unknown => (isObject(init) ? peek(init, name) : undefined);
    const given = option('method') ?? (request ? methodOf(request) : 'GET');
    const method = toUpperCase(typeof given === 'string' ? given : 'GET');
    const headers = headersOf(option('headers') ?? (request && requestHeadersOf(request)));
    const body = option('body');
    return requests.sent({ via: 'fetch', method, url, headers }, (done) => {
      if (request && (body === undefined || body === null)) readRequest(request, method, done);
      else readBody(body, MAX_BODY_TEXT, done);
    });
  };

  const observe = (request: number, response: Response): void => {
    const status = statusOf(response);
    const answered = (body: Body): void => outbox.guard(TAP, () => requests.answered(request, status, body));
    const type = contentTypeOf(responseHeadersOf(response));
    if (!isReadable(type)) {
      answered({ type: 'opaque', what: type });
      return;
    }
    settle(
      responseText(cloneResponse(response)),
      (text) => answered(textBody(text, MAX_BODY_TEXT)),
      () => answered(NO_BODY),
    );
  };

  const follow = (promise: Promise<Response>, request: number): Promise<Response> =>
    chain(
      promise,
      (response) => {
        outbox.guard(TAP, () => observe(request, response));
        return response;
      },
      (reason) => {
        outbox.guard(TAP, () => requests.answered(request, 0, NO_BODY));
        throw reason;
      },
    );

  wrapOwn(window, 'fetch', {
    apply(target, self: unknown, args) {
      let request: number | null = null;
      outbox.guard(TAP, () => {
        request = begin(args[0], args[1]);
      });
      const promise: Promise<Response> = apply(target, self, args);
      return request === null ? promise : follow(promise, request);
    },
  });
}

function readRequest(request: object, method: string, done: (body: Body) => void): void {
  if (method === 'GET' || method === 'HEAD') {
    done(NO_BODY);
    return;
  }
  settle(
    requestText(cloneRequest(request)),
    (text) => done(textBody(text, MAX_BODY_TEXT)),
    () => done(NO_BODY),
  );
}
