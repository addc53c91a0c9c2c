import { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8 } from './base64.ts';
import { decodeBody, parseJson } from './decode.ts';
import type { Body, CapturedEvent } from './event.ts';
import type { Json, Snapshot } from './snapshot.ts';
import { markOf } from './walk.ts';

/** What to make of the texts and numbers of an event. Returning the same value leaves it as it is. */
export interface Rewriter {
  /** Whether a field, a header or a parameter of this name is secret, with all that is in it. */
  isSecret(name: string): boolean;
  text(text: string, secret: boolean): string;
  number(value: number, secret: boolean): number | string;
}

/**
 * Leads a rewriter through everything in an event that came from the page: values, URLs, headers, and the texts of
 * bodies, also where a text is JSON that holds JSON. A text in which nothing changes stays the same to the letter.
 */
export function rewriteEvent(event: CapturedEvent, rewriter: Rewriter): CapturedEvent {
  switch (event.kind) {
    case 'call':
      return { ...event, args: event.args.map((value) => rewriteValue(value, rewriter)) };
    case 'return':
      return { ...event, value: rewriteValue(event.value, rewriter) };
    case 'socket':
      return {
        ...event,
        url: rewriter.text(event.url, false),
        ...(event.protocols && {
          protocols: event.protocols.map((name, i, all) => rewriteProtocol(name, all[i - 1], rewriter)),
        }),
        ...(event.reason !== undefined && { reason: rewriteText(event.reason, rewriter) }),
      };
    case 'frame':
    case 'response':
      return { ...event, body: rewriteBody(event.body, rewriter) };
    case 'request':
      return {
        ...event,
        url: rewriter.text(event.url, false),
        headers: event.headers.map(([name, value]) => [name, rewriter.text(value, rewriter.isSecret(name))]),
        body: rewriteBody(event.body, rewriter),
      };
    case 'notice':
      return { ...event, detail: rewriteText(event.detail, rewriter) };
  }
}

function rewriteBody(body: Body, rewriter: Rewriter): Body {
  switch (body.type) {
    case 'none':
    case 'opaque':
      return body;
    case 'text': {
      const text = rewriteDecoded(body.text, decodeBody(body), rewriter);
      return text === body.text ? body : { ...body, text };
    }
    case 'binary': {
      const base64 = rewriteBase64(body.base64, rewriter);
      return base64 === body.base64 ? body : { ...body, base64 };
    }
  }
}

/** A text that may itself be JSON. */
export function rewriteText(text: string, rewriter: Rewriter, secret = false): string {
  const json = /^\s*["[{]/.test(text) ? parseJson(text) : undefined;
  return rewriteDecoded(text, json, rewriter, secret);
}

function rewriteDecoded(text: string, json: Json | undefined, rewriter: Rewriter, secret = false): string {
  if (json === undefined) return rewriter.text(text, secret);
  const rewritten = rewriteValue(json, rewriter, secret);
  return rewritten === json ? text : JSON.stringify(rewritten);
}

/**
 * A value, and whatever is in it. `secret` says that it stands under a secret name.
 * @returns the same value when nothing in it changes.
 */
export function rewriteValue(value: Snapshot, rewriter: Rewriter, secret = false): Snapshot {
  if (typeof value === 'string') return rewriteText(value, rewriter, secret);
  if (typeof value === 'number') return rewriter.number(value, secret);
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return rewriteArray(value, rewriter, secret);
  const mark = markOf(value);
  // A mark's own fields are ours; what it holds of the page is in these.
  if (mark?.$mark === 'object') return { ...mark, entries: rewriteEntries(mark.entries, rewriter, secret) };
  if (mark?.$mark === 'array') return { ...mark, items: rewriteArray(mark.items, rewriter, secret) };
  if (mark?.$mark === 'string') return { ...mark, head: rewriter.text(mark.head, secret) };
  if (mark) {
    return 'value' in mark && typeof mark.value === 'string'
      ? { ...value, value: rewriter.text(mark.value, secret) }
      : value;
  }
  const entries = Object.entries(value);
  const rewritten = rewriteEntries(entries, rewriter, secret);
  return rewritten === entries ? value : Object.fromEntries(rewritten);
}

type Entries = readonly (readonly [string, Snapshot])[];

function rewriteEntries(entries: Entries, rewriter: Rewriter, secret: boolean): Entries {
  const named = isSecretField(entries, rewriter);
  let changed = false;
  const rewritten = entries.map(([key, value]): readonly [string, Snapshot] => {
    const name = rewriter.text(key, false);
    const hidden = secret || rewriter.isSecret(key) || (named && key === 'value');
    const item = rewriteValue(value, rewriter, hidden);
    changed ||= name !== key || item !== value;
    return [name, item];
  });
  return changed ? rewritten : entries;
}

/** `{ "ident": "crm_customer_id", "value": "CRM-882910" }`: a field that names what its neighbour `value` is. */
function isSecretField(entries: Entries, rewriter: Rewriter): boolean {
  return entries.some(
    ([key, name]) => NAMING.has(key) && typeof name === 'string' && rewriter.isSecret(name),
  );
}

const NAMING: ReadonlySet<string> = new Set(['ident', 'name', 'key', 'id']);

function rewriteArray(items: readonly Snapshot[], rewriter: Rewriter, secret: boolean): readonly Snapshot[] {
  let changed = false;
  const rewritten = items.map((item) => {
    const other = rewriteValue(item, rewriter, secret);
    changed ||= other !== item;
    return other;
  });
  return changed ? rewritten : items;
}

/** `Array.isArray` does not narrow a readonly array out of a union. */
function isArray(value: Snapshot): value is readonly Snapshot[] {
  return Array.isArray(value);
}

/** Bytes as base64 or base64url; where they are UTF-8, the text in them. */
function rewriteBase64(base64: string, rewriter: Rewriter): string {
  const bytes = decodeBase64(base64);
  if (bytes === null) return base64;
  const text = decodeUtf8(bytes);
  const rewritten = text === null ? rewriter.text(bytes, false) : encodeUtf8(rewriteText(text, rewriter));
  return rewritten === bytes ? base64 : encodeBase64(rewritten, base64);
}

/** Some SDKs pass a credential as a sub-protocol: bare, after one that names it, or as JSON in base64url. */
function rewriteProtocol(protocol: string, before: string | undefined, rewriter: Rewriter): string {
  const text = rewriter.text(protocol, before !== undefined && rewriter.isSecret(before));
  return text === protocol ? rewriteBase64(protocol, rewriter) : text;
}
