/** @import { CxoneFunction } from './types.ts' */
/** @import { Visit } from '../../visit.ts' */
import { page } from '../../scenarios/call.js';
import { Widget } from './widget.js';

/** The version of the loader from which on values are looked at. */
const STRICT = 3;

/**
 * What a page has in its HTML: a function that takes note of its calls until the loader comes.
 *
 * @param {string} origin of the brand's services
 * @param {number} [version] of the loader
 */
export function installStub(origin, version = 1) {
  /** @type {CxoneFunction} */
  const stub = (...args) => {
    stub.q ??= [];
    stub.q.push(args);
  };
  stub.u = `${origin}/loader/${version}/loader.js`;
  page.cxone = stub;
}

/**
 * Replaces whatever `cxone` is by the widget's own function, and does what was called before.
 *
 * @param {Visit} visit
 * @returns {Widget}
 */
export function load(visit) {
  const stub = page.cxone;
  const url = new URL(stub?.u ?? visit.origin);
  const isStrict = url.pathname.startsWith(`/loader/${STRICT}/`);
  const widget = new Widget(visit, url.origin, isStrict);
  page.cxone = (...args) => widget.obey(args);
  for (const call of stub?.q ?? []) widget.obey(call);
  return widget;
}
