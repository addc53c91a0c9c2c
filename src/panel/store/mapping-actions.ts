import type { Mapping, MappingError } from '../../core/mapping/mapping.ts';
import { tapsOf } from '../../core/mapping/taps.ts';
import { readMapping, writeMapping } from './formats.ts';
import { change, redo, startHistory, undo } from './history.ts';
import type { MappingStorage, PanelStore } from './panel.ts';
import type { PanelState } from './state.ts';

export interface MappingActions {
  /** The inspected page is of this site: its mapping takes the place of the last site's. */
  readonly openSite: (site: string | null) => void;
  /**
   * Changes the mapping, when what comes of it keeps the rules of the file format. Changes are made one after the other,
   * each to what the one before it left.
   * @returns what is wrong with it; nothing: it is the mapping now.
   */
  readonly changeMapping: (change: (now: Mapping | null) => Mapping) => Promise<readonly MappingError[]>;
  readonly removeMapping: () => void;
  readonly undoMapping: () => void;
  readonly redoMapping: () => void;
  /** Reads a mapping file. A bad one is refused with its errors, and the mapping stays. */
  readonly importMapping: (name: string, text: string) => Promise<void>;
  readonly dismissRefused: () => void;
}

type MappingHistory = PanelState['mapping'];

export function mappingActions(
  store: PanelStore,
  storage: MappingStorage,
  refresh: () => void,
): MappingActions {
  let last: Promise<unknown> = Promise.resolve();
  /** Reading and writing wait for one another, so that what was asked for last is what stays. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };

  /** Remembers the mapping for the site that is inspected, if any. */
  const keep = (site: string | null, mapping: Mapping | null): void => {
    if (site === null) return;
    void inTurn(async () => {
      const text = mapping === null ? null : await writeMapping(mapping);
      await storage.save(site, text, tapsOf(mapping));
    });
  };
  const apply = (mapping: MappingHistory): void => {
    store.setState({ mapping });
    refresh();
    keep(store.getState().site, mapping.present);
  };
  const put = (mapping: Mapping | null): void => apply(change(store.getState().mapping, mapping));

  /** Takes what is remembered of a site, unless it was left or its mapping changed in the meantime. */
  const takeStored = async (site: string, expected: MappingHistory): Promise<void> => {
    const text = await storage.load(site);
    const parsed = text === null ? null : await readMapping(text);
    const now = store.getState();
    if (now.site !== site || now.mapping !== expected) return;
    if (parsed === null) {
      if (expected.present !== null) keep(site, expected.present);
      return;
    }
    // What the panel wrote itself is read by the rules of today: a refusal is told like that of any file.
    if (parsed.ok) store.setState({ mapping: startHistory<Mapping | null>(parsed.mapping), refused: null });
    else store.setState({ refused: { what: 'mapping', name: `mapping of ${site}`, errors: parsed.errors } });
    refresh();
  };

  return {
    openSite: (site) => {
      const before = store.getState();
      // A mapping that was made where there is no site yet, on an empty page, goes with the person to the first one.
      const fallback = before.site === null ? before.mapping : startHistory<Mapping | null>(null);
      store.setState({ site, mapping: fallback });
      refresh();
      if (site !== null) void takeStored(site, fallback);
    },
    changeMapping: (change) =>
      inTurn(async () => {
        const changed = change(store.getState().mapping.present);
        const parsed = await readMapping(await writeMapping(changed));
        if (!parsed.ok) return parsed.errors;
        put(parsed.mapping);
        return [];
      }),
    removeMapping: () => put(null),
    undoMapping: () => apply(undo(store.getState().mapping)),
    redoMapping: () => apply(redo(store.getState().mapping)),
    importMapping: (name, text) =>
      inTurn(async () => {
        const parsed = await readMapping(text);
        if (!parsed.ok) {
          store.setState({ refused: { what: 'mapping', name, errors: parsed.errors } });
          return;
        }
        store.setState({ refused: null });
        put(parsed.mapping);
      }),
    dismissRefused: () => store.setState({ refused: null }),
  };
}
