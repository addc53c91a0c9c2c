import type { Mark } from '../core/capture/snapshot.ts';
import {
  attempt,
  bare,
  dateToISOString,
  dateToTime,
  getPrototypeOf,
  isInChain,
  isObject,
  objectPrototype,
  ownValue,
  peek,
  reader,
  slice,
} from './natives.ts';
import { isNative } from './wrap.ts';

const MAX_LABEL = 1_000;

const elementName = reader(globalThis.Element, 'localName');
const elementId = reader(globalThis.Element, 'id');
const errorPrototype = Error.prototype;
const NativeObject = Object;

/** A mark that only has a text. */
export const textMark = ($mark: Extract<Mark, { value: string }>['$mark'], value: string): Mark =>
  bare({ $mark, value });

/** A string that is there to be read by people: anything else is `''`, and what is too long is cut. */
export const label = (value: unknown): string =>
  typeof value === 'string' ? slice(value, 0, MAX_LABEL) : '';

export const describeFunction = (value: object): string => label(ownValue(value, 'name'));

/**
 * What kind of object it is, told without running code of the page: the name of the class whose fields are worth
 * taking (`Object` for a plain one), or the mark that stands for the whole object.
 */
export function classOf(value: object): string | Mark {
  const prototype = getPrototypeOf(value);
  if (prototype === objectPrototype || prototype === null) return 'Object';
  const time = attempt(dateToTime, value);
  if (time !== undefined) {
    return textMark('date', attempt(dateToISOString, value) ?? 'Invalid Date');
  }
  const element = attempt(elementName, value);
  if (element !== undefined) return textMark('node', describeElement(element, elementId(value)));
  if (isInChain(errorPrototype, value)) return textMark('error', describeError(value));
  const name = classNameOf(value);
  // Plain objects of another window have another window's `Object`.
  if (name === 'Object' || !isNative(makerOf(value))) return name;
  return name === 'Promise' ? { $mark: 'promise' } : textMark('other', name);
}

/** What the class of an object is called, as far as it says. */
export const classNameOf = (value: object): string => describeFunction(makerOf(value));

const makerOf = (value: object): object => {
  const maker = peek(value, 'constructor');
  return isObject(maker) ? maker : NativeObject;
};

const describeElement = (name: string, id: string): string => `<${name}${id ? `#${label(id)}` : ''}>`;

/** `Name: message`, as far as it can be read without running code. */
export function describeError(error: unknown): string {
  if (!isObject(error)) return label(error) || typeof error;
  try {
    return `${label(peek(error, 'name'))}: ${label(peek(error, 'message'))}`;
  } catch {
    return 'Error';
  }
}
