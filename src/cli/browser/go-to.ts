import type { Page } from 'puppeteer-core';
import { UsageError } from '../usage-error.ts';

/**
 * Opens an address in a page, and waits until the document is there: a page of the world may load pictures for ever.
 *
 * @throws UsageError when it cannot be reached
 */
export async function goTo(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  } catch (cause) {
    throw new UsageError(`${url} could not be opened (${reason(cause)}).`, { cause });
  }
}

/** The browser's own name for what went wrong: `net::ERR_CONNECTION_REFUSED`. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /net::\w+/.exec(message)?.[0] ?? message;
}
