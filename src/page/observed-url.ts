import { OBSERVED_URLS } from '../core/dialects/observed.ts';
import { attempt, exec, reader } from './natives.ts';

const NativeURL = URL;
const NativeRegExp = RegExp;
let observed = OBSERVED_URLS;
export const hrefOf = reader(URL, 'href');
const requestUrlOf = reader(Request, 'url');
const baseOf = reader(Node, 'baseURI');

/** Throws on what is no URL. */
const resolve = (given: unknown): string =>
  hrefOf(typeof given === 'string' && new NativeURL(given, baseOf(document)));

/** From now on, requests are observed whose address matches this. */
export const observeUrls = (pattern: string): void => {
  observed = new NativeRegExp(pattern);
};

/**
 * The absolute URL of what is given to `fetch`, `open` or `sendBeacon`, when a dialect names it; otherwise `null`, and
 * the request is none of our business. An object that is neither URL nor Request is not asked for its text: it may
 * be asked only once, by the browser.
 */
export function observedUrl(target: unknown): string | null {
  const given = attempt(hrefOf, target) ?? attempt(requestUrlOf, target) ?? target;
  const url = attempt(resolve, given);
  return url !== undefined && exec(observed, url) ? url : null;
}
