import { isCount, isFields } from '../core/capture/guards.ts';
import { parseWatchMessage } from '../core/capture/parse.ts';
import { extension } from './extension.ts';

/**
 * The background page of Firefox, whose panels have no `tabs`: it passes a panel's `watch` on to the tab, answers whether
 * anybody took it, and remembers nothing. Chromium needs none.
 */
extension?.runtime.onMessage.addListener((message, sender) => {
  // Only from a page of the extension itself: content scripts have a tab.
  if (sender.tab || !isFields(message) || message.type !== 'cxone-payload/forward') return undefined;
  const watch = parseWatchMessage(message.message);
  if (!watch || !isCount(message.tab)) return undefined;
  // A tab without our relay, such as the browser's own pages, has nobody who listens.
  return extension?.tabs?.sendMessage(message.tab, watch).then(
    () => true,
    () => false,
  );
});
