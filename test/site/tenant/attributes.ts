import type { CustomAttributes } from '../protocol.ts';
import { isObject } from './json.ts';

/**
 * What the backend keeps of a flat object of attributes: the mapped keys, values as given. Anything else vanishes
 * without an error, which is the silent failure that the forum thread is about.
 */
export function keepMapped(given: unknown, mapped: ReadonlySet<string>): CustomAttributes {
  if (!isObject(given)) return {};
  return Object.fromEntries(Object.entries(given).filter(([key]) => mapped.has(key)));
}

/**
 * What the backend keeps of the `attributes` of a create request. It looks into `custom` only; JSON text in place
 * of an object is not opened.
 */
export function keepCustom(attributes: unknown, mapped: ReadonlySet<string>): CustomAttributes {
  return isObject(attributes) ? keepMapped(attributes.custom, mapped) : {};
}
