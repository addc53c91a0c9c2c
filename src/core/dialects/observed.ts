/**
 * What the page's taps look out for, apart from WebSockets: the only part of the dialects that the page script
 * carries, so it holds plain data and nothing else.
 */

/** A global that a vendor's SDK or a customer's wrapper defines. */
export interface ObservedGlobal {
  /** A property of `window`. */
  readonly name: string;
}

export const OBSERVED_GLOBALS: readonly ObservedGlobal[] = [
  { name: 'cxoneChat' },
  { name: 'GenesysCloudWebMessaging' },
  { name: 'cxone' },
  { name: 'brandembassy' },
  { name: 'Genesys' },
];

/**
 * Requests whose URL matches are recorded; all others are let through unseen: the webchat resources of the REST APIs, and
 * the channel configuration of CXone Digital, which defines the custom fields. One pattern, since every request of
 * the page is held against it.
 */
export const OBSERVED_URLS =
  /\/api\/v2\/(?:conversations\/webchat|webchat\/guest\/conversations)(?:[/?#]|$)|\/chat\/1\.0\/brand\/\d+\/channel\//;
