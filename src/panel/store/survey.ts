import type { DocumentEvent, DocumentInfo, NoticeCode } from '../../core/capture/event.ts';
import type { Log, Received } from './log.ts';

/** What DevTools knows of the page. */
export interface PageSurvey {
  /** The addresses of its documents. */
  readonly urls: readonly string[];
  /** The observed names that scripts declare with `let`, `const` or `class`. */
  readonly lexical: readonly string[];
}

/** Finds in the page what no hook reaches, and tells of it once. */
export interface Survey {
  /**
   * @param now milliseconds since the Unix epoch
   * @returns what is to be added to the log, as if it came from a document of its own; and whether there are documents
   *   that may only not have spoken yet: the relays should be asked before this is called again
   */
  read(page: PageSurvey, log: Log, now: number): { received: Received | null; suspects: boolean };
}

export function createSurvey(): Survey {
  let top: string | null = null;
  let pages = 0;
  let told = new Set<string>();
  let suspects = new Set<string>();
  let next = 0;

  const begin = (id: string): void => {
    top = id;
    pages++;
    told = new Set();
    suspects = new Set();
    next = 0;
  };

  return {
    read({ urls, lexical }, log, now) {
      // As long as no document has spoken, the panel says so as a whole.
      const anyone = log.top ?? [...log.documents.values()][0]?.info ?? null;
      if (anyone === null) return { received: null, suspects: false };
      if (anyone.id !== top) begin(anyone.id);
      const silent = silentAmong(
        urls,
        [...log.documents.values()].map(({ info }) => info),
      );
      const events: DocumentEvent[] = [];
      const tell = (code: NoticeCode, detail: string): void => {
        const key = `${code} ${detail}`;
        if (told.has(key)) return;
        told.add(key);
        events.push({ kind: 'notice', seq: next++, time: now, code, detail });
      };
      for (const name of lexical) tell('not-on-window', name);
      for (const url of silent) if (suspects.has(url)) tell('unhooked', url);
      const fresh = silent.filter((url) => !suspects.has(url));
      suspects = new Set(silent);
      const document: DocumentInfo = { id: `devtools-${pages}`, url: anyone.url, top: false, wire: true };
      return {
        received:
          events.length === 0
            ? null
            : { message: { type: 'cxone-payload/events', document, events, lost: 0 }, malformed: 0 },
        suspects: fresh.length > 0,
      };
    },
  };
}

/**
 * The addresses of documents from which nothing was heard. A page can give a document another address of the same origin
 * at any time, so that a document which spoke under one counts for any other.
 */
function silentAmong(urls: readonly string[], heard: readonly DocumentInfo[]): readonly string[] {
  const voices = heard.filter(({ wire }) => !wire).map(({ url }) => url);
  const take = (matches: (voice: string) => boolean): boolean => {
    const at = voices.findIndex(matches);
    if (at >= 0) voices.splice(at, 1);
    return at >= 0;
  };
  return urls
    .filter((url) => /^https?:/.test(url))
    .filter((url) => !take((voice) => withoutFragment(voice) === withoutFragment(url)))
    .filter((url) => !take((voice) => originOf(voice) === originOf(url)));
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

const originOf = (url: string): string | null => /^https?:\/\/[^/?#]*/.exec(url)?.[0] ?? null;
