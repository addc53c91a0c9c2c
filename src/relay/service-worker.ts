const MAX_URL = 2_000;

/**
 * The script of the service worker that this page's requests go through; `null` where there is none. Sockets that it
 * opens are nobody's but its own: no script beside the page can see them.
 */
export function serviceWorkerUrl(): string | null {
  try {
    return navigator.serviceWorker?.controller?.scriptURL.slice(0, MAX_URL) ?? null;
  } catch {
    // A sandboxed frame may not even ask.
    return null;
  }
}
