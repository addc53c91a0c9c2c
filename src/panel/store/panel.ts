import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Taps } from '../../core/capture/link.ts';
import { type CaptureActions, captureActions } from './capture-actions.ts';
import { createIntake, type Intake } from './intake.ts';
import { type MappingActions, mappingActions } from './mapping-actions.ts';
import { createValuesOfPage, type ReadPage } from './page-values.ts';
import { createReader } from './reader.ts';
import { type SelectionActions, selectionActions } from './selection-actions.ts';
import { INITIAL_STATE, type PanelState } from './state.ts';

export type PanelStore = StoreApi<PanelState>;

/** Where the mappings of the sites are kept. */
export interface MappingStorage {
  /** The mapping file of a site, as text; `null` when there is none. */
  load(site: string): Promise<string | null>;
  /** @param taps what the mapping declares beside the built-in dialects: content scripts read it */
  save(site: string, text: string | null, taps: Taps | null): Promise<void>;
}

/** Everything that can be done to what the panel shows. */
export interface PanelActions extends SelectionActions, MappingActions, CaptureActions {}

export interface Panel {
  readonly store: PanelStore;
  readonly intake: Intake;
  readonly actions: PanelActions;
}

/** How long events are read before anything else has its turn. */
const TURN_MS = 10;

/** The panel without its view and without the browser: state, and what changes it. */
export function createPanel(storage: MappingStorage, readPage: ReadPage): Panel {
  const store = createStore<PanelState>(() => INITIAL_STATE);
  const pageValues = createValuesOfPage(readPage, () => refresh());
  const reader = createReader(pageValues.of);

  let next: ReturnType<typeof setTimeout> | undefined;
  /** Reads what is shown anew: after events came, or the mapping changed. What takes longer is read part by part. */
  const refresh = (): void => {
    clearTimeout(next);
    const start = performance.now();
    const { shown, mapping } = store.getState();
    const reading = reader.read(shown.events, mapping.present, start + TURN_MS);
    store.setState({ reading });
    pageValues.readFor(store.getState());
    // As long as it took, so that what a person does meanwhile has its turn.
    if (reading.behind) next = setTimeout(refresh, performance.now() - start);
  };

  const mapping = mappingActions(store, storage, refresh);
  return {
    store,
    intake: createIntake(store, { refresh, siteChanged: mapping.openSite }),
    actions: {
      ...selectionActions(store),
      ...mapping,
      ...captureActions(store, refresh),
    },
  };
}
