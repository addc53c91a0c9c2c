import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import { type PageValue, pagePaths } from '../../core/mapping/page-values.ts';
import type { PanelState } from './state.ts';

export type PageValues = ReadonlyMap<string, PageValue>;

/** Reads property paths of the inspected page, as far as there are plain values at them. */
export type ReadPage = (paths: readonly string[]) => Promise<PageValues>;

/** What was read from the page for each conversation, as soon as it was seen: later the page may say something else. */
export interface ValuesOfPage {
  /** What was read for the conversation that begins with an event. */
  of(first: CapturedEvent | undefined): PageValues;
  /** Reads what the mapping wants to know for conversations that are new. */
  readFor(state: PanelState): void;
}

/** Nothing was read. */
export const NO_PAGE_VALUES: PageValues = new Map();

export function createValuesOfPage(readPage: ReadPage, changed: () => void): ValuesOfPage {
  /** By the first event of a conversation, which stays the same object when the trace is built anew. */
  const values = new WeakMap<CapturedEvent, PageValues>();
  /** The paths that were asked for, by the first event. */
  const asked = new WeakMap<CapturedEvent, string>();

  const firstOf = ({ conversation }: JudgedConversation): CapturedEvent | undefined => conversation.events[0];

  return {
    of: (first) => (first && values.get(first)) ?? NO_PAGE_VALUES,
    readFor({ source, mapping, reading }) {
      const paths = pagePaths(mapping.present);
      // What an imported capture needs is not on the page that happens to be inspected.
      if (paths.length === 0 || source.kind === 'capture') return;
      const wanted = JSON.stringify(paths);
      const fresh = reading.conversations
        .map(firstOf)
        .filter((first) => first !== undefined)
        .filter((first) => asked.get(first) !== wanted);
      if (fresh.length === 0) return;
      for (const first of fresh) asked.set(first, wanted);
      void readPage(paths).then((read) => {
        for (const first of fresh) values.set(first, read);
        changed();
      });
    },
  };
}
