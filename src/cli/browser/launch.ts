import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { UsageError } from '../usage-error.ts';
import { findBrowser, missingBrowser } from './find-browser.mjs';
import { createProfile, type Dock, type Theme } from './profile.ts';

export interface LaunchOptions {
  /** Folder of the unpacked extension; `null` for a browser without it. */
  readonly extension: string | null;
  /** Default: what {@link findBrowser} finds. */
  readonly program?: string;
  /** Default: true. */
  readonly headless?: boolean;
  /** Default: undocked, so that a picture of DevTools is the panel alone. */
  readonly dock?: Dock;
  /** Of DevTools, and of pages that ask. Default: light. */
  readonly theme?: Theme;
  /** Of the window, in CSS pixels. Default: 1300 × 850. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Folder for the files that pages and the panel save. Without it nothing is saved. */
  readonly downloads?: string;
  /** More switches for the browser. */
  readonly args?: readonly string[];
}

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** The page that the browser opened with: `about:blank`. */
  readonly page: Page;
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>;
}

/**
 * A browser that asks nobody on the network anything by itself, and never asks the person either. Nor does it render the
 * suggestions of its address bar ahead, which takes a quarter of the time in which it starts and opens DevTools.
 */
const QUIET = [
  '--disable-component-update',
  '--disable-quic',
  '--no-default-browser-check',
  '--disable-features=Translate,OptimizationHints,MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/**
 * Launches a browser of its own, in a fresh profile, with the extension loaded over the debugging pipe: the one way
 * that branded Chrome still allows.
 *
 * @throws UsageError when there is no browser, or none that starts
 */
export async function launch(options: LaunchOptions): Promise<LaunchedBrowser> {
  const program = options.program ?? findBrowser()?.path;
  if (program === undefined) throw new UsageError(missingBrowser());
  const profile = createProfile({ dock: options.dock ?? 'undocked', theme: options.theme ?? 'light' });
  try {
    const browser = await start(program, profile.path, options);
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    if (options.downloads !== undefined) await saveTo(browser, options.downloads);
    const close = async (): Promise<void> => {
      await browser.close();
      profile.remove();
    };
    return { browser, page, close };
  } catch (error) {
    profile.remove();
    throw error;
  }
}

async function start(program: string, profile: string, options: LaunchOptions): Promise<Browser> {
  const headless = options.headless ?? true;
  try {
    return await puppeteer.launch({
      executablePath: program,
      headless,
      pipe: true,
      // A window is for a person: no bar that says who controls it.
      ignoreDefaultArgs: headless ? false : ['--enable-automation'],
      // Who opened a window ends it in good order; a headless run is simply ended.
      handleSIGINT: headless,
      enableExtensions: options.extension === null ? false : [options.extension],
      userDataDir: profile,
      defaultViewport: null,
      args: switches(headless, options),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : cause;
    throw new UsageError(
      `${program} did not start (${reason}): set CHROME_PATH to another Chrome or Chromium.`,
      {
        cause,
      },
    );
  }
}

function switches(headless: boolean, { size, theme, args }: LaunchOptions): string[] {
  const { width, height } = size ?? { width: 1300, height: 850 };
  return [
    ...QUIET,
    `--window-size=${width},${height}`,
    ...(headless ? ['--disable-gpu'] : []),
    ...(theme === 'dark' ? ['--force-dark-mode'] : []),
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(args ?? []),
  ];
}

async function saveTo(browser: Browser, folder: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

/** Chromium refuses to start its sandbox as root. */
const isRoot = (): boolean => process.getuid?.() === 0;
