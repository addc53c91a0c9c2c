import type { Frame, Page } from 'puppeteer-core';
import { tapsKey } from '../../core/capture/link.ts';
import { checkMapping } from '../check-mapping.ts';
import { until } from './until.ts';
import { importMapping } from './use-panel.ts';

/**
 * Loads the page anew when the mapping declares a dialect, so that its globals and requests are observed from the
 * beginning: they are not before the panel has kept the mapping for the page's site.
 *
 * @param file a mapping file that was checked
 */
export async function observeDeclared(
  { page, panel }: { readonly page: Page; readonly panel: Frame },
  file: string,
): Promise<void> {
  if (checkMapping(file).declaration === undefined) return;
  await importMapping(panel, file);
  const key = tapsKey(new URL(page.url()).origin);
  await until('what the mapping declares to be kept', () => panel.evaluate(isKept, key));
  await page.reload();
}

/** The part of the extension API that is used in the panel. */
interface ExtensionPage {
  readonly storage: { readonly local: { get(key: string): Promise<Readonly<Record<string, unknown>>> } };
}

/** Runs in the panel. */
async function isKept(key: string): Promise<boolean> {
  const name: string = 'chrome';
  const api: ExtensionPage = Reflect.get(globalThis, name);
  return (await api.storage.local.get(key))[key] !== undefined;
}
