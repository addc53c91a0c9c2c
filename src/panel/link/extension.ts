import browser, { type Runtime } from 'webextension-polyfill';
import { isFields } from '../../core/capture/guards.ts';
import {
  type EventsReply,
  type ForwardMessage,
  tapsKey,
  type WatchMessage,
} from '../../core/capture/link.ts';
import { parseEventsMessage } from '../../core/capture/parse.ts';
import { since } from '../store/log.ts';
import type { MappingStorage, Panel } from '../store/panel.ts';

const REPLY: EventsReply = { watching: true };

/** Waiting times before asking again a page that does not answer: its content script may not be there yet. */
const PATIENCE_MS = [0, 150, 500, 1500];

/**
 * Connects the panel with the content scripts of the inspected tab.
 * @returns asks them who is there, and for what they have. Silence says nothing: the page may have crashed, and what it
 *   said before is shown on.
 */
export function connect(panel: Panel): () => Promise<void> {
  const { tabId } = browser.devtools.inspectedWindow;
  let asking = 0;

  const askOnce = async (): Promise<boolean> => {
    const message: WatchMessage = {
      type: 'cxone-payload/watch',
      since: since(panel.store.getState().log),
    };
    const answered = await sendToTab(tabId, message);
    if (answered) panel.intake.heard(true);
    return answered;
  };
  const ask = async (): Promise<void> => {
    const mine = ++asking;
    for (const delay of PATIENCE_MS) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (mine !== asking) return;
      if (await askOnce()) return;
    }
    if (mine === asking) panel.intake.heard(false);
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const { tab, content } = originOf(message, sender);
    if (tab !== tabId) return undefined;
    const received = parseEventsMessage(content);
    if (received === null) return undefined;
    panel.intake.take(received);
    return Promise.resolve(REPLY);
  });
  browser.devtools.network.onNavigated.addListener((url) => {
    panel.intake.navigated(url);
    void ask();
  });
  // A page that failed to load, and the browser's own pages, are no navigation to DevTools, but the tab tells of them.
  browser.tabs?.onUpdated.addListener((tab, { status }) => {
    if (tab === tabId && status === 'complete') void ask();
  });
  panel.intake.onAsk(() => void ask());
  void ask();
  return async () => void (await askOnce());
}

/** Where a message is from: a content script's own tab, or what Firefox's background page says of what it passes on. */
function originOf(message: unknown, sender: Runtime.MessageSender): { tab: unknown; content: unknown } {
  if (sender.tab) return { tab: sender.tab.id, content: message };
  const forwarded = isFields(message) && message.type === 'cxone-payload/forwarded';
  return forwarded ? { tab: message.tab, content: message.message } : { tab: undefined, content: null };
}

/**
 * Sends a message to every frame of a tab.
 * @returns whether a content script listens in any of them
 */
async function sendToTab(tab: number, message: WatchMessage): Promise<boolean> {
  try {
    // Firefox gives its panels no `tabs`: there the background page passes the message on.
    if (!browser.tabs) {
      const forward: ForwardMessage = { type: 'cxone-payload/forward', tab, message };
      return (await browser.runtime.sendMessage(forward)) === true;
    }
    await browser.tabs.sendMessage(tab, message);
    return true;
  } catch {
    return false;
  }
}

/** The theme that DevTools shows itself in. */
export function devtoolsTheme(): 'dark' | 'light' {
  return browser.devtools.panels.themeName === 'dark' ? 'dark' : 'light';
}

const keyOf = (site: string): string => `mapping:${site}`;

/** Mappings in the extension's own storage, by origin. */
export const siteStorage: MappingStorage = {
  async load(site) {
    const key = keyOf(site);
    const text = (await browser.storage.local.get(key))[key];
    return typeof text === 'string' ? text : null;
  },
  async save(site, text, taps) {
    const { local } = browser.storage;
    await (text === null ? local.remove(keyOf(site)) : local.set({ [keyOf(site)]: text }));
    await (taps === null ? local.remove(tapsKey(site)) : local.set({ [tapsKey(site)]: taps }));
  },
};
