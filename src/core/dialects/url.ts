import { parseJson, withoutMarks } from '../capture/decode.ts';
import type { Snapshot } from '../capture/snapshot.ts';

/** The dialects ask about the same URL one after the other. */
let last: { readonly text: string; readonly url: URL | null } | null = null;

/** A URL in parts; `null` for text that is none. Relative URLs do not occur: the taps resolve them. */
export function parseUrl(text: string): Readonly<URL> | null {
  if (last?.text !== text) last = { text, url: URL.canParse(text) ? new URL(text) : null };
  return last.url;
}

/**
 * Query parameters as one object, `attributes.custom.key=v` and `attributes[custom][key]=v` unfolded into nested
 * objects, so that a URL is read like a body. Keys of the result are own properties, whatever they are called.
 */
export function queryObject(parameters: Iterable<readonly [string, string]>): Snapshot {
  const root: Tree = new Map();
  for (const [name, value] of parameters) {
    const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
    if (steps.length > 0 && steps.length <= 8) put(root, steps, value);
  }
  return withoutMarks(toObject(root));
}

type Tree = Map<string, string | Tree>;

function put(tree: Tree, [step, ...rest]: readonly string[], value: string): void {
  if (step === undefined) return;
  if (rest.length === 0) {
    tree.set(step, value);
    return;
  }
  const present = tree.get(step);
  const branch = present instanceof Map ? present : new Map();
  tree.set(step, branch);
  put(branch, rest, value);
}

function toObject(tree: Tree): Snapshot {
  return Object.fromEntries(
    [...tree].map(([key, value]) => [key, typeof value === 'string' ? value : toObject(value)]),
  );
}

/**
 * What a WebSocket sub-protocol may carry: some SDKs pass data there, since a browser can set no other header of a
 * handshake. JSON in base64url, or `name=value`.
 */
export function subprotocolObject(protocol: string): Snapshot | null {
  if (protocol.includes('=') && !protocol.endsWith('=')) return queryObject(new URLSearchParams(protocol));
  try {
    const parsed = parseJson(atob(protocol.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
