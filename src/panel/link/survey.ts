import type { DocumentInfo } from '../../core/capture/event.ts';
import { OBSERVED_GLOBALS } from '../../core/dialects/observed.ts';
import type { Panel } from '../store/panel.ts';
import { createSurvey } from '../store/survey.ts';
import { documentUrls, evaluate } from './inspected.ts';
import { poll } from './poll.ts';

/** Each answer is a few names. */
const DEADLINE_MS = 5_000;
/** In so many frames globals are looked for. */
const MOST_FRAMES = 10;

/**
 * Asks DevTools about the page what no hook can tell: which of its documents have none, and which SDKs are declared so
 * that they are no property of `window`.
 *
 * @param askRelays asks the content scripts of the tab who is there
 */
export function watchPage(panel: Panel, askRelays: () => Promise<void>): Promise<never> {
  const survey = createSurvey();
  const ask = async (): Promise<boolean> => {
    const { log, mapping } = panel.store.getState();
    const declared = (mapping.present?.declaration?.globals ?? []).map(({ name }) => name);
    // Where the page put an accessor of its own, reading could have an effect.
    const replaced = log.notices.filter(({ code }) => code === 'replaced').map(({ detail }) => detail);
    const names = new Set([...OBSERVED_GLOBALS, ...declared].filter((name) => !replaced.includes(name)));
    const urls = (await documentUrls()) ?? [];
    const lexical = new Set<string>();
    for (const frameUrl of framesToAsk([...log.documents.values()].map(({ info }) => info)))
      for (const name of await lexicalAmong([...names], frameUrl)) lexical.add(name);
    const { received, suspects } = survey.read(
      { urls, lexical: [...lexical] },
      panel.store.getState().log,
      Date.now(),
    );
    if (received) panel.intake.take(received);
    if (suspects) await askRelays();
    return suspects;
  };
  return poll(panel, ask, { sparesStreams: false, deadline: DEADLINE_MS });
}

/** `null` stands for the top document. */
const framesToAsk = (documents: readonly DocumentInfo[]): readonly (string | null)[] => [
  null,
  ...documents
    .filter(({ top, wire, url }) => !top && !wire && url.startsWith('http'))
    .map(({ url }) => url)
    .slice(0, MOST_FRAMES),
];

/**
 * Which of these names scripts of a document have declared with `let`, `const` or `class`. They are then no property of its
 * window, which is where anybody could observe them.
 * @param names have the form of identifiers, which is all that makes them code
 */
async function lexicalAmong(names: readonly string[], frameUrl: string | null): Promise<readonly string[]> {
  // What is not initialised yet throws.
  const test = (name: string): string =>
    `(() => { try { return typeof ${name} !== 'undefined' && ${name} !== window[${JSON.stringify(name)}] } catch { return true } })()`;
  const found = await evaluate(`[${names.map(test).join()}]`, frameUrl);
  return Array.isArray(found) ? names.filter((_, i) => found[i] === true) : [];
}
