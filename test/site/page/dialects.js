/**
 * How the page names a protocol, and the place in which its backend reads a namespace.
 *
 * @type {Readonly<Record<string, { label: string, place: (namespace: string) => string }>>}
 */
const DIALECTS = {
  'cxone-web-messaging': { label: 'CXone Web Messaging', place: (namespace) => `attributes.${namespace}` },
  'cxone-digital': { label: 'CXone Digital', place: (namespace) => `${namespace} customFields` },
  'genesys-web-messaging': {
    label: 'Genesys Web Messaging',
    place: () => 'message.channel.metadata.customAttributes',
  },
  'acme-gateway': {
    label: 'ACME gateway, declared in its mapping',
    place: (namespace) => `context.${namespace}`,
  },
  'genesys-web-chat': { label: 'Genesys web chat (retired)', place: () => 'memberInfo.customFields' },
};

/**
 * @param {string} dialect
 * @returns {string}
 */
export const labelOf = (dialect) => DIALECTS[dialect]?.label ?? dialect;

/**
 * @param {string} dialect
 * @param {string} namespace
 * @returns {string}
 */
export const placeOf = (dialect, namespace) => DIALECTS[dialect]?.place(namespace) ?? namespace;
