/**
 * Observes what the extension observes, as is usually done: with classes and functions of its own in place of the
 * browser's, and copies in place of the page's objects. The suite has to find it.
 */
export function hookCarelessly(): void {
  const log: unknown[] = [];
  const Native = WebSocket;
  const { fetch: nativeFetch } = window;
  const { open, send } = XMLHttpRequest.prototype;
  const { sendBeacon } = Navigator.prototype;
  const observe = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => Reflect.construct(value, args);
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, method] of Object.entries(value)) {
      copy[key] =
        typeof method === 'function'
          ? (...args: unknown[]) => {
              log.push(key, JSON.stringify(args));
              return method.apply(value, args);
            }
          : method;
    }
    return copy;
  };
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols: string | string[] = []) {
      super(String(url), protocols);
      this.onmessage = ({ data }) => log.push(data);
    }
    override send(data: string): void {
      super.send(String(data));
    }
    override close(): void {
      super.close();
    }
    override addEventListener(type: string, listener: (event: Event) => void): void {
      super.addEventListener(type, (event) => {
        log.push(event);
        listener(event);
      });
    }
  };
  window.fetch = async (input, init) => {
    log.push(String(input), init?.body);
    const response = await nativeFetch(input, init);
    log.push(await response.text());
    return response;
  };
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string) {
    log.push(String(url));
    return open.call(this, method, url, true);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    this.onload = () => log.push(this.responseText);
    return send.call(this, String(body));
  };
  Navigator.prototype.sendBeacon = function (this: Navigator, url) {
    return sendBeacon.call(this, url, 'observed');
  };
  for (const type of ['Worker', 'SharedWorker'] as const) {
    const Original: unknown = window[type];
    Reflect.set(
      window,
      type,
      (url: string) => typeof Original === 'function' && Reflect.construct(Original, [`${url}`]),
    );
  }
  for (const name of ['cxoneChat', 'GenesysCloudWebMessaging', 'cxone']) {
    let held: unknown;
    Object.defineProperty(window, name, {
      get: () => held,
      set: (value) => {
        held = observe(value);
      },
    });
  }
  setTimeout(() => log.splice(0));
  console.log('observed', log);
  performance.mark('observed');
}
