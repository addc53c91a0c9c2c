import type { Mapping } from '../../core/mapping/mapping.ts';
import { type History, startHistory } from './history.ts';
import type { PanelStore } from './panel.ts';

export type MappingHistory = History<Mapping | null>;

/**
 * The mappings of the sites that were shown. What a person asks for is done a moment later, and by then another site may
 * be shown: it is done to the mapping of the site for which it was asked.
 */
export interface SiteMappings {
  /** @param site `null`: the one that is shown, which had no origin then */
  of(site: string | null): MappingHistory;
  set(site: string | null, history: MappingHistory): void;
  /** Shows another site. @returns its mapping, until what is stored of it was read */
  open(site: string | null): MappingHistory;
  /** Whether a site was opened again since `open` returned this. */
  isStale(site: string, opened: MappingHistory): boolean;
}

/** @param refresh called when the mapping that is shown is another one */
export function createSiteMappings(store: PanelStore, refresh: () => void): SiteMappings {
  const left = new Map<string, MappingHistory>();
  const opened = new Map<string, MappingHistory>();
  const isShown = (site: string | null): site is null => site === null || site === store.getState().site;

  const show = (mapping: MappingHistory): void => {
    store.setState({ mapping });
    refresh();
  };

  return {
    of: (site) => (isShown(site) ? store.getState().mapping : (left.get(site) ?? startHistory(null))),
    set: (site, history) => {
      if (isShown(site)) show(history);
      else left.set(site, history);
    },
    open: (site) => {
      const before = store.getState();
      if (before.site !== null) left.set(before.site, before.mapping);
      // A mapping that was made where there is no site yet, on an empty page, goes with the person to the first one.
      const mapping = before.site === null ? before.mapping : startHistory<Mapping | null>(null);
      store.setState({ site });
      if (site !== null) opened.set(site, mapping);
      show(mapping);
      return mapping;
    },
    isStale: (site, mapping) => opened.get(site) !== mapping,
  };
}

/**
 * Puts what was stored of a site in its place: it is the site's mapping, unless the person has changed that since the site
 * was opened. The one that it comes before or after is an undo away.
 */
export function withStored(now: MappingHistory, opened: MappingHistory, stored: Mapping): MappingHistory {
  const past = now.past.filter((mapping) => mapping !== null);
  if (now !== opened) return { ...now, past: [stored, ...past] };
  return { past: now.present === null ? past : [...past, now.present], present: stored, future: [] };
}

/** The same declaration stays the same object, since all events are read anew for another. */
export function withDeclarationOf(before: Mapping | null, mapping: Mapping): Mapping {
  const { declaration } = before ?? {};
  const same = declaration && JSON.stringify(declaration) === JSON.stringify(mapping.declaration);
  return same ? { ...mapping, declaration } : mapping;
}
