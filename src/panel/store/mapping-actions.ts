import type { JudgedAttribute } from '../../core/checks/finding.ts';
import type { Mapping, MappingError } from '../../core/mapping/mapping.ts';
import { tapsOf } from '../../core/mapping/taps.ts';
import { mappingFormat, readMapping, writeMapping } from './formats.ts';
import { change, redo, undo } from './history.ts';
import type { MappingStorage, PanelStore } from './panel.ts';
import { createSiteMappings, type MappingHistory, withDeclarationOf, withStored } from './site-mappings.ts';

export interface MappingActions {
  /** The inspected page is of this site: its mapping takes the place of the last site's. */
  readonly openSite: (site: string | null) => void;
  /**
   * Changes the mapping, when what comes of it keeps the rules of the file format. Changes are made one after the other,
   * each to what the one before it left.
   * @returns what is wrong with it; nothing: it is the mapping now.
   */
  readonly changeMapping: (change: (now: Mapping | null) => Mapping) => Promise<readonly MappingError[]>;
  /**
   * Adds a row for each attribute, as far as the rules of the file format allow. Of the others it is told which and why.
   * @param otherwise what they are added to where there is no mapping yet
   */
  readonly addSeen: (seen: readonly JudgedAttribute[], otherwise: Mapping) => Promise<void>;
  readonly removeMapping: () => void;
  readonly undoMapping: () => void;
  readonly redoMapping: () => void;
  /** Reads a mapping file. A bad one is refused with its errors, and the mapping stays. */
  readonly importMapping: (name: string, text: string) => Promise<void>;
  readonly dismissRefused: () => void;
}

export function mappingActions(
  store: PanelStore,
  storage: MappingStorage,
  refresh: () => void,
): MappingActions {
  const mappings = createSiteMappings(store, refresh);
  let last: Promise<unknown> = Promise.resolve();
  /** Reading and writing wait for one another, so that what was asked for last is what stays. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };

  /** Remembers the mapping for a site, if any. */
  const keep = (site: string | null, mapping: Mapping | null): void => {
    if (site === null) return;
    void inTurn(async () => {
      const text = mapping === null ? null : await writeMapping(mapping);
      await storage.save(site, text, tapsOf(mapping));
    });
  };
  const apply = (site: string | null, history: MappingHistory): void => {
    if (history === mappings.of(site)) return;
    mappings.set(site, history);
    keep(site ?? store.getState().site, history.present);
  };
  const put = (site: string | null, mapping: Mapping): void => {
    const history = mappings.of(site);
    apply(site, change(history, withDeclarationOf(history.present, mapping)));
  };
  const siteNow = (): string | null => store.getState().site;

  const refuse = (name: string, errors: readonly MappingError[]): void =>
    store.setState({ refused: { what: 'mapping', name, errors } });

  /** Takes what is stored of a site that was opened. */
  const takeStored = async (site: string, opened: MappingHistory): Promise<void> => {
    const text = await storage.load(site);
    const parsed = text === null ? null : await readMapping(text);
    if (mappings.isStale(site, opened)) return;
    const now = mappings.of(site);
    if (parsed === null) {
      if (now.present !== null) keep(site, now.present);
      return;
    }
    if (parsed.ok) mappings.set(site, withStored(now, opened, parsed.mapping));
    if (site !== siteNow()) return;
    // What the panel wrote itself is read by the rules of today: a refusal is told like that of any file.
    if (parsed.ok) store.setState({ refused: null });
    else refuse(`mapping of ${site}`, parsed.errors);
  };

  return {
    openSite: (site) => {
      const opened = mappings.open(site);
      if (site !== null) void inTurn(() => takeStored(site, opened));
    },
    changeMapping: (change) => {
      const site = siteNow();
      return inTurn(async () => {
        const changed = change(mappings.of(site).present);
        const parsed = await readMapping(await writeMapping(changed));
        if (!parsed.ok) return parsed.errors;
        put(site, parsed.mapping);
        return [];
      });
    },
    addSeen: (seen, otherwise) => {
      const site = siteNow();
      return inTurn(async () => {
        const { addSeen } = await mappingFormat();
        const { mapping, refused } = addSeen(mappings.of(site).present ?? otherwise, seen);
        if (mapping) put(site, mapping);
        store.setState({ refused });
      });
    },
    removeMapping: () => apply(siteNow(), change(store.getState().mapping, null)),
    undoMapping: () => apply(siteNow(), undo(store.getState().mapping)),
    redoMapping: () => apply(siteNow(), redo(store.getState().mapping)),
    importMapping: (name, text) => {
      const site = siteNow();
      return inTurn(async () => {
        const parsed = await readMapping(text);
        if (!parsed.ok) {
          refuse(name, parsed.errors);
          return;
        }
        store.setState({ refused: null });
        put(site, parsed.mapping);
      });
    },
    dismissRefused: () => store.setState({ refused: null }),
  };
}
