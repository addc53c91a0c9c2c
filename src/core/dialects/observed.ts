/**
 * What the page's taps look out for, apart from WebSockets: the only part of the dialects that the page script
 * carries, so it holds plain data and nothing else.
 */

/** The properties of `window` that a vendor's SDK or a customer's wrapper defines. */
export const OBSERVED_GLOBALS: readonly string[] = [
  'cxoneChat',
  'GenesysCloudWebMessaging',
  'cxone',
  'brandembassy',
  'Genesys',
];

/**
 * Requests whose URL matches are recorded; all others are let through unseen: the webchat resources of the REST APIs, and
 * the channel configuration of CXone Digital, which defines the custom fields. One pattern, since every request of
 * the page is held against it.
 */
export const OBSERVED_URLS =
  /\/api\/v2\/(?:conversations\/webchat|webchat\/guest\/conversations)(?:[/?#]|$)|\/chat\/1\.0\/brand\/\d+\/channel\//;
