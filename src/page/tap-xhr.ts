import type { Snapshot } from '../core/capture/snapshot.ts';
import { MAX_BODY_TEXT, readBody } from './body.ts';
import { addHeader } from './headers.ts';
import { hook } from './hook.ts';
import { listen } from './listen.ts';
import { lookAgain } from './looks.ts';
import { apply, createRegistry, list, reader, stringify } from './natives.ts';
import { observedUrl } from './observed-url.ts';
import { guard } from './outbox.ts';
import { answerTo, reportRequest } from './requests.ts';
import { snapshot } from './snapshot.ts';

const TAP = 'XMLHttpRequest';
const OPENED = 1;

const { prototype } = XMLHttpRequest;
const readyStateOf = reader(XMLHttpRequest, 'readyState');
const statusOf = reader(XMLHttpRequest, 'status');
const responseTypeOf = reader(XMLHttpRequest, 'responseType');
const responseOf = reader(XMLHttpRequest, 'response');

/** What a request that a dialect names was opened with. */
interface Opened {
  readonly method: Snapshot;
  readonly url: string;
  readonly headers: Snapshot[];
  /** 0 until it is sent. */
  request: number;
}

/** Observes `XMLHttpRequest` for the URLs that a dialect names. */
export function tapXhr(): void {
  /** `null` for a request that no dialect names: an object can be used again for another. */
  const all = createRegistry<Opened | null>();

  const open = (xhr: XMLHttpRequest, method: unknown, target: unknown): void => {
    const url = observedUrl(target);
    all.set(xhr, url === null ? null : { method: snapshot(method), url, headers: list(), request: 0 });
    if (url !== null) listen(xhr, 'loadend', (event) => guard(TAP, () => event.isTrusted && end(xhr)));
  };

  const send = (xhr: XMLHttpRequest, body: unknown): void => {
    const opened = all.get(xhr);
    // In any other state `send` throws.
    if (!opened || readyStateOf(xhr) !== OPENED) return;
    lookAgain();
    const { method, url, headers } = opened;
    opened.request = reportRequest({ via: 'xhr', method, url, headers }, (done) =>
      readBody(body, MAX_BODY_TEXT, done),
    );
  };

  const end = (xhr: XMLHttpRequest): void => {
    const opened = all.get(xhr);
    if (!opened?.request) return;
    const { request } = opened;
    opened.request = 0;
    const answer: unknown = responseOf(xhr);
    const text = responseTypeOf(xhr) === 'json' ? stringify(answer) : answer;
    readBody(text, MAX_BODY_TEXT, answerTo(request, statusOf(xhr), TAP));
  };

  /** Wraps a method: the native one goes first or last, and whatever `work` does is ours alone. */
  const tap = (key: string, first: boolean, work: (xhr: XMLHttpRequest, args: unknown[]) => void): void =>
    hook(prototype, key, {
      apply(target, self: XMLHttpRequest, args) {
        if (first) guard(TAP, () => work(self, args));
        const result: unknown = apply(target, self, args);
        if (!first) guard(TAP, () => work(self, args));
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
