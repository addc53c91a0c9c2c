import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Panel, PanelActions } from './panel.ts';
import type { PanelState } from './state.ts';

export const PanelContext = createContext<Panel | null>(null);

function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('A component of the panel was rendered outside of it');
  return panel;
}

/** Part of the state; the component renders again when that part is another one. */
export function useStore<T>(select: (state: PanelState) => T): T {
  const { store } = usePanel();
  const [, render] = useReducer<number, void>((count) => count + 1, 0);
  const value = select(store.getState());
  const latest = useRef({ select, value });
  latest.current = { select, value };
  useLayoutEffect(() => {
    const check = (): void => {
      const { select: now, value: shown } = latest.current;
      if (!Object.is(now(store.getState()), shown)) render();
    };
    // What changed between rendering and subscribing.
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}

export function useActions(): PanelActions {
  return usePanel().actions;
}

/** The state at the moment of an event handler, without rendering again when it changes. */
export function useSnapshot(): () => PanelState {
  return usePanel().store.getState;
}
