/** @import { CxoneFunction } from './types.ts' */
/** @import { Visit } from '../../visit.ts' */
import { page } from '../../scenarios/call.js';
import { Widget } from './widget.js';

/**
 * What a page has in its HTML: a function that takes note of its calls until the loader comes.
 *
 * @param {string} origin of the brand's services
 */
export function installStub(origin) {
  /** @type {CxoneFunction} */
  const stub = (...args) => {
    stub.q ??= [];
    stub.q.push(args);
  };
  stub.u = `${origin}/loader/1/loader.js`;
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
  const widget = new Widget(visit, new URL(stub?.u ?? visit.origin).origin);
  page.cxone = (...args) => widget.obey(args);
  for (const call of stub?.q ?? []) widget.obey(call);
  return widget;
}
