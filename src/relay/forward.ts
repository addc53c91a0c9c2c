import { isCount, isFields } from '../core/capture/guards.ts';
import { parseWatchMessage } from '../core/capture/parse.ts';
import { extension } from './extension.ts';

/**
 * The background page of Firefox, whose panels have no `tabs` and are sent nothing by content scripts: it passes a panel's
 * `watch` on to the tab and a relay's `events` on to the panels, with the answers, and remembers nothing. Chromium
 * needs none.
 */
extension?.runtime.onMessage.addListener((message, sender) => {
  if (!isFields(message)) return undefined;
  const tab = sender.tab?.id;
  // Content scripts have a tab, pages of the extension itself have none.
  if (tab !== undefined) return message.type === 'cxone-payload/events' ? toPanels(tab, message) : undefined;
  return message.type === 'cxone-payload/forward' ? toTab(message.tab, message.message) : undefined;
});

/** @returns the answer of the panel that watches the tab; `undefined` where none does */
function toPanels(tab: number, message: unknown): Promise<unknown> | undefined {
  return extension?.runtime
    .sendMessage({ type: 'cxone-payload/forwarded', tab, message })
    .catch(() => undefined);
}

/** @returns whether a relay listens in the tab */
function toTab(tab: unknown, message: unknown): Promise<boolean> | undefined {
  const watch = parseWatchMessage(message);
  if (!watch || !isCount(tab)) return undefined;
  return extension?.tabs?.sendMessage(tab, watch).then(
    () => true,
    () => false,
  );
}
