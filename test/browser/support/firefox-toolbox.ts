import { until } from '../../../src/cli/browser/until.ts';
import type { Bidi } from './firefox-bidi.ts';

/**
 * The toolbox of Firefox belongs to its own window, of which these are the parts that are used here. None of them is
 * documented for others: they are what Firefox ESR 153 has.
 */
interface Toolbox {
  readonly currentToolId: string;
  readonly doc: { getElementById(id: string): { readonly contentDocument: PanelHolder } | null };
  getAdditionalTools(): readonly { readonly id: string; readonly label: string }[];
  selectTool(id: string): Promise<unknown>;
}
interface PanelHolder {
  querySelector(name: 'browser'): PanelBrowser | null;
}
interface PanelBrowser {
  readonly currentURI: { readonly spec: string };
  readonly messageManager: MessageManager;
}
type Answer = { readonly value: string } | { readonly error: string };
interface MessageManager {
  addMessageListener(name: string, listener: (message: { readonly data: Answer }) => void): void;
  loadFrameScript(url: string, allowDelayed: boolean): void;
}
interface Loader {
  require(name: 'devtools/client/framework/devtools'): {
    readonly gDevTools: {
      showToolboxForTab(tab: object): Promise<unknown>;
      getToolboxForTab(tab: object): Toolbox | undefined;
    };
  };
}
declare const ChromeUtils: {
  importESModule(url: 'resource://devtools/shared/loader/Loader.sys.mjs'): Loader;
};
declare const gBrowser: { readonly selectedTab: object };

const PANEL_TITLE = 'Chat Payload';

/** The document of our panel. */
export interface FirefoxPanel {
  /**
   * Runs a function in the panel, where it sees the DOM and nothing of the panel's own scripts. It is sent as text;
   * argument and result cross as JSON.
   */
  read<Result>(run: (document: Document) => Result): Promise<Result>;
  read<Argument, Result>(
    run: (document: Document, argument: Argument) => Result,
    argument: Argument,
  ): Promise<Result>;
}

/**
 * Opens the real toolbox on the selected tab, and our panel in it.
 *
 * @param window the context of Firefox's own window
 */
export async function openFirefoxPanel(bidi: Bidi, window: string): Promise<FirefoxPanel> {
  await bidi.call(window, showToolbox);
  await until('the panel’s tab in the toolbox', () => bidi.call(window, selectTool, PANEL_TITLE));
  const panel: FirefoxPanel = {
    async read<Argument, Result>(
      run: (document: Document, argument: Argument) => Result,
      argument?: Argument,
    ): Promise<Result> {
      const answer = await bidi.call(
        window,
        runInPanel,
        `(${run})(content.document, ${JSON.stringify(argument)})`,
      );
      return JSON.parse(answer);
    },
  };
  await until('the panel', () =>
    panel.read((document) => document.querySelector('[data-panel="ready"]') !== null),
  );
  return panel;
}

async function showToolbox(): Promise<void> {
  const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = loader.require('devtools/client/framework/devtools');
  await gDevTools.showToolboxForTab(gBrowser.selectedTab);
}

/** @returns whether the tool is there, and now shown: an extension's comes a moment after the toolbox */
async function selectTool(label: string): Promise<boolean> {
  const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = loader.require('devtools/client/framework/devtools');
  const toolbox = gDevTools.getToolboxForTab(gBrowser.selectedTab);
  const tool = toolbox?.getAdditionalTools().find((candidate) => candidate.label === label);
  if (toolbox === undefined || tool === undefined) return false;
  await toolbox.selectTool(tool.id);
  return true;
}

/**
 * WebDriver BiDi knows no panels of the toolbox. But Firefox's own window may put scripts into the process of each.
 *
 * @param expression of JavaScript, whose value can be written as JSON
 */
async function runInPanel(expression: string): Promise<string> {
  const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = loader.require('devtools/client/framework/devtools');
  const toolbox = gDevTools.getToolboxForTab(gBrowser.selectedTab);
  const holder = toolbox?.doc.getElementById(`toolbox-panel-iframe-${toolbox.currentToolId}`);
  const browser = holder?.contentDocument.querySelector('browser');
  // Before its page it has an empty one, in another process, which takes scripts and never answers.
  if (!browser?.currentURI.spec.startsWith('moz-extension:')) {
    throw new Error('The toolbox shows no panel of an extension.');
  }
  const channel = crypto.randomUUID();
  const script = `{
    let answer;
    try {
      answer = { value: JSON.stringify(${expression}) ?? 'null' };
    } catch (error) {
      answer = { error: String(error) };
    }
    sendAsyncMessage('${channel}', answer);
  }`;
  return new Promise((resolve, reject) => {
    browser.messageManager.addMessageListener(channel, ({ data }) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.value);
    });
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}
