import type { Frame } from 'puppeteer-core';

/** Begins to write down the errors of a panel. */
export const watchPanel = (panel: Frame): Promise<void> =>
  panel.evaluate(() => {
    const errors: string[] = [];
    Reflect.set(window, 'panelErrors', errors);
    addEventListener('error', ({ message }) => errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  });

/**
 * What is wrong with a panel by now: errors, pollution, anything that came out of a text as an element, and anything that
 * cannot be seen in what it says by itself.
 */
export const panelHarm = (panel: Frame): Promise<readonly unknown[]> =>
  panel.evaluate(() => {
    const errors: unknown[] = Reflect.get(window, 'panelErrors');
    const polluted: unknown = Reflect.get({}, 'polluted');
    const elements = [...document.querySelectorAll('*')].filter(
      (element) =>
        element.matches('img, iframe, object, embed, body style, a[href^="javascript" i]') ||
        element.getAttributeNames().some((name) => name.startsWith('on')),
    );
    const said = [...document.querySelectorAll('body, body *:not(script, style, pre.raw)')].flatMap(
      (element) => [
        ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])),
        ...['title', 'aria-label'].flatMap((name) => element.getAttribute(name) ?? []),
      ],
    );
    return [
      ...[...new Set(said)].filter((text) => /(?![ \n])[\p{C}\p{Z}]/u.test(text)),
      ...errors.splice(0),
      ...(polluted === undefined ? [] : ['polluted']),
      ...(Reflect.has(window, 'pwned') ? ['executed'] : []),
      ...elements.map(({ outerHTML }) => outerHTML),
    ];
  });
