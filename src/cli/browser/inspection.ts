import type { Frame, Page } from 'puppeteer-core';
import { createDownloads, type Downloads } from '../downloads.ts';
import { openPanel } from './devtools.ts';
import { type LaunchOptions, launch } from './launch.ts';

/** A page with real DevTools open on our panel. */
export interface Inspection {
  readonly page: Page;
  readonly devtools: Page;
  readonly panel: Frame;
  /** Where the panel's exports arrive. */
  readonly downloads: Downloads;
  readonly close: () => Promise<void>;
}

/**
 * Launches a browser and opens our panel on its empty page, before that page goes anywhere.
 *
 * @throws UsageError when there is no browser
 */
export async function openInspection(options: Omit<LaunchOptions, 'downloads'>): Promise<Inspection> {
  const downloads = createDownloads();
  try {
    const { page, close } = await launch({ ...options, downloads: downloads.folder });
    const closeAll = async (): Promise<void> => {
      await close();
      downloads.remove();
    };
    try {
      return { page, ...(await openPanel(page)), downloads, close: closeAll };
    } catch (error) {
      await closeAll();
      throw error;
    }
  } catch (error) {
    downloads.remove();
    throw error;
  }
}
