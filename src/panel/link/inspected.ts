import { isFields } from '../../core/capture/guards.ts';

/**
 * Evaluates an expression in the inspected page, as its console would. Never rejects.
 *
 * Not by the polyfill: it stands aside where the browser has a `browser` of its own, and Chromium's answers this one call to
 * a callback only. Both browsers have that form under `chrome`.
 * @param frameUrl in the frame at this address instead of the top document
 * @returns `null` also when it failed
 */
export function evaluate(code: string, frameUrl: string | null = null): Promise<unknown> {
  return callInspected('eval', frameUrl === null ? [code] : [code, { frameURL: frameUrl }]);
}

/**
 * The addresses of the documents that are in the inspected tab, as DevTools knows them; `null` where it does not say
 * (Firefox).
 */
export async function documentUrls(): Promise<readonly string[] | null> {
  const resources = await callInspected('getResources', []);
  if (!Array.isArray(resources)) return null;
  return resources.flatMap((resource: unknown) =>
    isFields(resource) && resource.type === 'document' && typeof resource.url === 'string'
      ? [resource.url]
      : [],
  );
}

function callInspected(method: string, args: readonly unknown[]): Promise<unknown> {
  let api: unknown = globalThis;
  for (const name of ['chrome', 'devtools', 'inspectedWindow']) api = isFields(api) ? api[name] : null;
  const call = isFields(api) ? api[method] : null;
  if (typeof call !== 'function') return Promise.resolve(null);
  return new Promise((resolve) => {
    try {
      Reflect.apply(call, api, [...args, resolve]);
    } catch {
      // Firefox takes no `frameURL`, and throws.
      resolve(null);
    }
  });
}
