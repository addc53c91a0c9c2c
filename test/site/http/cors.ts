const METHODS = 'GET, POST, PUT';
const HEADERS = 'authorization, content-type';

/**
 * CORS headers for a request that came from the page or from its cross-origin twin; none for anybody else.
 * `origin` is the request's own header.
 */
export function corsHeaders(
  origin: string | undefined,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === undefined || !allowed.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': HEADERS,
  };
}
