/**
 * What the page's taps look out for, apart from WebSockets: the only part of the dialects that the page script
 * carries, so it holds plain data and nothing else.
 */

/** A global that a vendor's SDK or a customer's wrapper defines. */
export interface ObservedGlobal {
  /** A property of `window`. */
  readonly name: string;
  /** `object`: its methods are observed. `class`: its constructor and its instances' methods. `function`: its calls. */
  readonly kind: 'object' | 'class' | 'function';
}

export const OBSERVED_GLOBALS: readonly ObservedGlobal[] = [
  { name: 'cxoneChat', kind: 'object' },
  { name: 'GenesysCloudWebMessaging', kind: 'class' },
  { name: 'cxone', kind: 'function' },
  { name: 'brandembassy', kind: 'function' },
  { name: 'Genesys', kind: 'function' },
];

/**
 * Requests whose URL matches are recorded; all others are let through unseen: the webchat resources of the REST APIs, and
 * the channel configuration of CXone Digital, which defines the custom fields. One pattern, since every request of
 * the page is held against it.
 */
export const OBSERVED_URLS =
  /\/api\/v2\/(?:conversations\/webchat|webchat\/guest\/conversations)(?:[/?#]|$)|\/chat\/1\.0\/brand\/\d+\/channel\//;
