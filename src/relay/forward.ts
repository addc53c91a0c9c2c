import { isCount, isFields } from '../core/capture/guards.ts';
import { parseWatchMessage } from '../core/capture/parse.ts';
import { extension } from './extension.ts';

/**
 * The background page of Firefox, whose panels have no `tabs`: it passes a panel's `watch` on to the tab, and remembers
 * nothing. Chromium needs none.
 */
extension?.runtime.onMessage.addListener((message, sender) => {
  // Only from a page of the extension itself: content scripts have a tab.
  if (sender.tab || !isFields(message) || message.type !== 'cxone-payload/forward') return undefined;
  const watch = parseWatchMessage(message.message);
  // A tab without our relay, such as the browser's own pages, has nobody who listens.
  if (watch && isCount(message.tab)) extension?.tabs?.sendMessage(message.tab, watch).catch(() => undefined);
  return undefined;
});
