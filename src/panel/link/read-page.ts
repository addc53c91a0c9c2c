import type { PageValue } from '../../core/mapping/page-values.ts';
import { evaluate } from './inspected.ts';

/**
 * Runs in the inspected page. Follows own data properties only, so that no code of the page runs; a path that a mapping
 * file holds reaches it as data and is never part of the code.
 */
function readPaths(paths: readonly (readonly string[])[]): unknown[] {
  return paths.map((path) => {
    let value: unknown = globalThis;
    for (const step of path) {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return null;
      value = Object.getOwnPropertyDescriptor(value, step)?.value;
    }
    return typeof value === 'object' || typeof value === 'function' ? null : value;
  });
}

const isPageValue = (value: unknown): value is PageValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * The plain values at property paths of the inspected page, such as `dataLayer.0.user.crmId`. Paths at which there is none
 * are left out. Never rejects.
 */
export async function readPage(paths: readonly string[]): Promise<ReadonlyMap<string, PageValue>> {
  const steps = paths.map((path) => path.split('.'));
  const read = await evaluate(`(${readPaths.toString()})(${JSON.stringify(steps)})`);
  const values = new Map<string, PageValue>();
  for (const [index, path] of paths.entries()) {
    const value: unknown = Array.isArray(read) ? read[index] : undefined;
    if (isPageValue(value)) values.set(path, value);
  }
  return values;
}
