import type { Body } from './event.ts';
import { type Json, MARK } from './snapshot.ts';

/**
 * Deepest nesting that is decoded. Readers of decoded values may recurse: this is what keeps a page that sends
 * `[[[[…` from overflowing their stack. No chat protocol comes near it.
 */
export const MAX_JSON_DEPTH = 100;

/** Only the last one: values kept for every body would take several times the memory of the texts. */
let last: { readonly body: Body; readonly value: Json | undefined } | null = null;

/**
 * The JSON value that a body holds. Several readers ask about the same body one after the other, so the answer is kept
 * until another body is asked about.
 * @returns `undefined` when there is no text, when the text was cut, is not JSON, or is nested too deep.
 */
export function decodeBody(body: Body): Json | undefined {
  if (body.type !== 'text' || body.cut) return undefined;
  if (last?.body !== body) last = { body, value: parseJson(body.text) };
  return last.value;
}

/**
 * {@link decodeBody} for a reader to whom only some names mean anything: most frames of a chat hold none of them, and are
 * not decoded at all.
 * @param names matches every text that holds one of the names
 * @returns `undefined` also when the text holds none
 */
export function decodeNaming(body: Body, names: RegExp): Json | undefined {
  if (body.type !== 'text') return undefined;
  return names.test(body.text) || hasEscapes(body.text) ? decodeBody(body) : undefined;
}

/**
 * `JSON.parse` for text that a page wrote: never throws, and never returns a value too deep to be walked.
 * The value is a snapshot: what the text itself calls `$mark` is written so that it cannot be taken for a mark.
 * A key `__proto__` in the text is an ordinary own property of the result: read it, do not assign it.
 */
export function parseJson(text: string): Json | undefined {
  if (!mayBeJson(text) || (mayBeTooDeep(text) && isTooDeep(text))) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return mayHoldMarks(text) ? withoutMarks(value) : value;
  } catch {
    return undefined;
  }
}

/** Whether letters of a JSON text may be written as numbers: any name can be in it then, and none is found by looking. */
export function hasEscapes(text: string): boolean {
  // One letter is found several times as fast as two, and hardly any frame holds this one.
  return text.includes('\\') && text.includes('\\u');
}

/** Spares most texts that are no JSON (`ping`, markup, base64) the cost of an exception. */
function mayBeJson(text: string): boolean {
  return /^[ \t\r\n]*[{["\d\-tfn]/.test(text);
}

function mayHoldMarks(text: string): boolean {
  return text.includes(MARK) || hasEscapes(text);
}

/** A value that says nothing but JSON, as a snapshot: what it calls `$mark` itself can then not be taken for a mark. */
export function withoutMarks(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutMarks);
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, withoutMarks(item)]);
  return Object.hasOwn(value, MARK)
    ? { [MARK]: 'object', name: 'Object', entries, more: 0 }
    : Object.fromEntries(entries);
}

/** Whether there are brackets enough; hardly any text of a chat has, and searching is several times as fast as reading. */
function mayBeTooDeep(text: string): boolean {
  return text.length > MAX_JSON_DEPTH && count(text, '{') + count(text, '[') > MAX_JSON_DEPTH;
}

/** How often a character stands in a text, counted no further than needed. */
function count(text: string, character: string): number {
  let found = 0;
  let at = text.indexOf(character);
  while (at !== -1 && found <= MAX_JSON_DEPTH) {
    found++;
    at = text.indexOf(character, at + 1);
  }
  return found;
}

/** Counted on the text: `JSON.parse` itself copes with any depth, but then the value could not be walked safely. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > MAX_JSON_DEPTH) return true;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x22: // "
        at = endOfString(text, at);
        break;
    }
  }
  return false;
}

/** Index of the quote that closes the string opened at `open`, or the end of the text. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1) {
    let backslash = close;
    while (text.charCodeAt(backslash - 1) === 0x5c) backslash--;
    if ((close - backslash) % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}
