/**
 * The same server under its other name, which to a browser is another origin.
 *
 * @returns {string}
 */
export function twinOrigin() {
  const url = new URL(location.origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.origin;
}
