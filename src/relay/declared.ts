import { OBSERVE_GLOBAL, OBSERVE_URLS, tapsKey } from '../core/capture/link.ts';
import { parseTaps } from '../core/capture/parse.ts';
import { OBSERVED_URLS } from '../core/dialects/observed.ts';
import type { Tell } from './channel.ts';
import { extension } from './extension.ts';

/**
 * Tells the page script what the mapping of this site declares: now, which is some milliseconds after the document
 * began, and whenever it changes. What was declared before stays observed until the document goes.
 *
 * @param tell sends one text to the page script
 */
export function followDeclared(tell: Tell): void {
  const key = tapsKey(siteOfTop());
  const take = (value: unknown): void => {
    const taps = parseTaps(value);
    if (!taps) return;
    for (const name of taps.globals) if (!isBuiltIn(name)) tell(OBSERVE_GLOBAL, name);
    tell(OBSERVE_URLS, `${OBSERVED_URLS.source}|${taps.urls}`);
  };
  extension?.storage.local.get(key).then(
    (found) => take(found[key]),
    // The extension is gone: this script is about to be told.
    () => undefined,
  );
  extension?.storage.onChanged.addListener((changes) => take(changes[key]?.newValue));
}

/**
 * Whether a name is the browser's own, which nobody's SDK defines: this world's `window` has what the browser puts there,
 * and nothing of the page's.
 */
const isBuiltIn = (name: string): boolean => Object.hasOwn(globalThis, name) || name in EventTarget.prototype;

/** The origin for which the panel remembers a mapping: that of the tab's top document, where this one may know it. */
function siteOfTop(): string {
  // Firefox has no list of ancestors.
  const ancestors: DOMStringList | undefined = location.ancestorOrigins;
  const [topmost] = Array.from(ancestors ?? []).slice(-1);
  if (topmost !== undefined) return topmost;
  try {
    return top?.origin ?? origin;
  } catch {
    return origin;
  }
}
