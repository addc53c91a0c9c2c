import type { Category } from '../trace/counts.ts';
import type { PanelStore } from './panel.ts';
import { ALL_EVENTS, type Filter, type Selection, type View } from './state.ts';

export interface SelectionActions {
  readonly selectConversation: (id: string) => void;
  readonly focusAttribute: (id: string | null) => void;
  readonly hoverAttribute: (id: string | null) => void;
  readonly showPayload: (event: string) => void;
  readonly showEvent: (event: string | null) => void;
  /** Opens or closes a row of the trace. `row` names conversation and attribute. */
  readonly openRow: (row: string, open: boolean) => void;
  readonly filterText: (text: string) => void;
  readonly toggleCategory: (category: Category) => void;
  readonly clearFilter: () => void;
  readonly setFilter: (filter: Partial<Omit<Filter, 'text' | 'categories'>>) => void;
  /** Every event passes again, apart from noise. */
  readonly showAllEvents: () => void;
  readonly showView: (view: View) => void;
  readonly toggleWatched: () => void;
}

export function selectionActions(store: PanelStore): SelectionActions {
  const select = (selection: Partial<Selection>): void =>
    store.setState((state) => ({ selection: { ...state.selection, ...selection } }));
  const filter = (change: Partial<Filter>): void =>
    store.setState((state) => ({ filter: { ...state.filter, ...change } }));

  return {
    selectConversation: (id) => select({ conversation: id, payload: null, attribute: null, hovered: null }),
    focusAttribute: (attribute) => {
      if (attribute !== store.getState().selection.attribute) select({ attribute, payload: null });
    },
    hoverAttribute: (hovered) => select({ hovered }),
    showPayload: (payload) => select({ payload }),
    showEvent: (event) => select({ event }),
    openRow: (row, open) => select({ open: new Map(store.getState().selection.open).set(row, open) }),
    filterText: (text) => filter({ text }),
    toggleCategory: (category) => {
      const categories = new Set(store.getState().filter.categories);
      if (!categories.delete(category)) categories.add(category);
      filter({ categories });
    },
    clearFilter: () => filter({ text: '', categories: new Set() }),
    setFilter: filter,
    showAllEvents: () => filter({ text: '', ...ALL_EVENTS }),
    showView: (view) => store.setState({ view, watched: false }),
    toggleWatched: () => store.setState(({ watched }) => ({ watched: !watched })),
  };
}
