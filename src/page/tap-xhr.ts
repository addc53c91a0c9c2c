import type { Body } from '../core/capture/event.ts';
import { isReadable, MAX_BODY_TEXT, NO_BODY, readBody, textBody } from './body.ts';
import { addHeader, type HeaderList } from './headers.ts';
import { listen } from './listen.ts';
import { apply, createRegistry, isObject, list, reader, stringify, toUpperCase, uncurry } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import type { Outbox } from './outbox.ts';
import type { Requests } from './requests.ts';
import { wrapOwn } from './wrap.ts';

const TAP = 'XMLHttpRequest';
const OPENED = 1;

const { prototype } = XMLHttpRequest;
const readyStateOf = reader(prototype, 'readyState');
const statusOf = reader(prototype, 'status');
const responseTypeOf = reader(prototype, 'responseType');
const responseTextOf = reader(prototype, 'responseText');
const responseOf = reader(prototype, 'response');
const headerOf: (xhr: object, name: string) => string | null = uncurry(prototype.getResponseHeader);

/** What a request that a dialect names was opened with. */
interface Opened {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  /** 0 until it is sent. */
  request: number;
}

/**
 * Observes `XMLHttpRequest` for the URLs that a dialect names.
 * @param look runs before an observed request leaves
 */
export function tapXhr(outbox: Outbox, requests: Requests, look: () => void): void {
  /** `null`: the object was used for such a request before, and is used for another now. */
  const all = createRegistry<Opened | null>();

  const open = (xhr: XMLHttpRequest, method: unknown, target: unknown): void => {
    const url = observedUrl(target);
    const known = all.get(xhr);
    if (url === null && known === undefined) return;
    const name = isObject(method) ? '' : toUpperCase(`${method}`);
    all.set(xhr, url === null ? null : { method: name, url, headers: list(), request: 0 });
    if (known === undefined) listen(xhr, 'loadend', () => outbox.guard(TAP, () => end(xhr)));
  };

  const send = (xhr: XMLHttpRequest, body: unknown): void => {
    const opened = all.get(xhr);
    // In any other state `send` throws.
    if (!opened || readyStateOf(xhr) !== OPENED) return;
    look();
    const { method, url, headers } = opened;
    opened.request = requests.sent({ via: 'xhr', method, url, headers }, (done) =>
      readBody(body, MAX_BODY_TEXT, done),
    );
  };

  const end = (xhr: XMLHttpRequest): void => {
    const opened = all.get(xhr);
    if (!opened?.request) return;
    const { request } = opened;
    opened.request = 0;
    readAnswer(xhr, (body) => outbox.guard(TAP, () => requests.answered(request, statusOf(xhr), body)));
  };

  /** Wraps a method: the native one goes first or last, and whatever `work` does is ours alone. */
  const tap = (key: string, first: boolean, work: (xhr: XMLHttpRequest, args: unknown[]) => void): void =>
    wrapOwn(prototype, key, {
      apply(target, self: XMLHttpRequest, args) {
        if (first) outbox.guard(TAP, () => work(self, args));
        const result: unknown = apply(target, self, args);
        if (!first) outbox.guard(TAP, () => work(self, args));
        return result;
      },
    });

  tap('open', false, (xhr, args) => open(xhr, args[0], args[1]));
  tap('setRequestHeader', false, (xhr, args) => {
    const opened = all.get(xhr);
    if (opened) addHeader(opened.headers, args[0], args[1]);
  });
  // Before the native one, which may block until the answer is there, or throw because none came.
  tap('send', true, (xhr, args) => send(xhr, args[0]));
}

function readAnswer(xhr: XMLHttpRequest, done: (body: Body) => void): void {
  const type = responseTypeOf(xhr);
  const mediaType = headerOf(xhr, 'content-type') ?? '';
  if (!isReadable(mediaType)) done({ type: 'opaque', what: mediaType });
  else if (type === '' || type === 'text') done(textBody(responseTextOf(xhr), MAX_BODY_TEXT));
  else if (type !== 'json') readBody(responseOf(xhr), MAX_BODY_TEXT, done);
  else if (responseOf(xhr) === null) done(NO_BODY);
  else done(textBody(stringify(responseOf(xhr)), MAX_BODY_TEXT));
}
