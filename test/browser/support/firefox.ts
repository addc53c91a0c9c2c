import { findFirefox, missingFirefox } from '../../../src/cli/browser/find-firefox.mjs';
import { until } from '../../../src/cli/browser/until.ts';
import { type Bidi, connectBidi, fieldsOf } from './firefox-bidi.ts';
import { launchFirefox } from './firefox-launch.ts';
import { type FirefoxPanel, openFirefoxPanel } from './firefox-toolbox.ts';

/** Firefox with our extension and one page. */
export interface Firefox {
  /** Opens an address in the page, and waits until it has loaded. */
  goTo(url: string): Promise<void>;
  /** Goes back, and waits until the page before is there again. */
  goBack(): Promise<void>;
  /** Runs a function in the page. It is sent as text; arguments and result cross as JSON. */
  inPage<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  openPanel(): Promise<FirefoxPanel>;
  /** Ends the extension's background page, as Firefox does by itself when it has been idle for a while. */
  endBackground(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Firefox with the extension, on an empty page.
 *
 * @param extension folder of the unpacked extension
 * @throws when there is no Firefox
 */
export async function openFirefox(extension: string): Promise<Firefox> {
  const program = findFirefox();
  if (program === null) throw new Error(missingFirefox());
  const { address, ended, kill } = await launchFirefox(program);
  try {
    const bidi = await connectBidi(address);
    const close = async (): Promise<void> => {
      await bidi.send('browser.close', {});
      bidi.close();
      await ended();
    };
    return { ...(await drive(bidi, extension)), close };
  } catch (error) {
    kill();
    await ended();
    throw error;
  }
}

async function drive(bidi: Bidi, extension: string): Promise<Omit<Firefox, 'close'>> {
  await bidi.send('session.new', { capabilities: {} });
  const installed = await bidi.send('webExtension.install', {
    extensionData: { type: 'path', path: extension },
  });
  const id = String(fieldsOf(installed).extension);
  const page = await firstContext(bidi, {});
  const window = await firstContext(bidi, { 'moz:scope': 'chrome' });
  const address = (): Promise<string> => bidi.call(page, () => location.href);

  return {
    async goTo(url) {
      await bidi.send('browsingContext.navigate', { context: page, url, wait: 'complete' });
    },
    async goBack() {
      const left = await address();
      await bidi.send('browsingContext.traverseHistory', { context: page, delta: -1 });
      await until('the page before', async () => (await address()) !== left);
    },
    inPage: (run, ...args) => bidi.call(page, run, ...args),
    openPanel: () => openFirefoxPanel(bidi, window),
    endBackground: () =>
      until('the end of the background page', () => bidi.call(window, terminateBackground, id)),
  };
}

/** There is one page, and one window of Firefox's own. */
async function firstContext(bidi: Bidi, kind: Record<string, string>): Promise<string> {
  const { contexts } = fieldsOf(await bidi.send('browsingContext.getTree', kind));
  return String(fieldsOf(Array.isArray(contexts) ? contexts[0] : null).context);
}

/** Of Firefox's own window; see {@link openFirefoxPanel}. */
declare const WebExtensionPolicy: {
  getByID(id: string): {
    readonly extension: {
      readonly backgroundState: string;
      terminateBackground(options: { readonly ignoreDevToolsAttached: boolean }): Promise<void>;
    };
  };
};

/** @returns whether the background page has ended */
async function terminateBackground(id: string): Promise<boolean> {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
  return extension.backgroundState === 'stopped';
}
