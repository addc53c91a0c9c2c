import type { CapturedEvent } from '../../core/capture/event.ts';
import type { Verdict } from '../../core/checks/finding.ts';
import type { FileError } from '../../core/json/file-error.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { Category } from '../trace/counts.ts';
import { type History, startHistory } from './history.ts';
import { EMPTY_LOG, type Log } from './log.ts';
import { EMPTY_READING, type Reading } from './reader.ts';

/** What the view shows: what comes in, what had come in when it was paused, or a capture file. */
export type Source =
  | { readonly kind: 'live' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'capture'; readonly name: string };

/** Whether the inspected page can be heard. `absent`: no content script answered. */
export type Connection = 'connecting' | 'connected' | 'absent';

export type View = 'check' | 'events';

/** A file, or rows for the mapping, that were refused, and why. */
export interface Refused {
  readonly what: 'mapping' | 'capture' | 'rows';
  /** Of rows: how many of how many. */
  readonly name: string;
  readonly errors: readonly FileError[];
}

export interface Selection {
  /** `null`: the newest. */
  readonly conversation: string | null;
  /** The attribute that has the focus, and the one under the pointer: both are lit everywhere. */
  readonly attribute: string | null;
  readonly hovered: string | null;
  /** The event whose payload is shown; `null`: the one where the matter is decided. */
  readonly payload: string | null;
  /** The event whose details are shown in the timeline. */
  readonly event: string | null;
  /** Rows that were opened or closed by hand, by conversation and attribute. */
  readonly open: ReadonlyMap<string, boolean>;
}

export interface Filter {
  readonly text: string;
  /** Empty: all. */
  readonly categories: ReadonlySet<Category>;
  readonly noise: boolean;
  /** Events of the shown conversation only. */
  readonly conversationOnly: boolean;
  /** Of events; `null`: all. */
  readonly kind: CapturedEvent['kind'] | null;
  readonly direction: 'out' | 'in' | null;
  /** Events in which an attribute with this verdict was seen; `null`: all. */
  readonly verdict: Verdict | null;
}

export interface PanelState {
  readonly connection: Connection;
  readonly preserve: boolean;
  readonly log: Log;
  readonly source: Source;
  /** The log that `reading` was read from. */
  readonly shown: Log;
  readonly reading: Reading;
  /** Origin of the inspected top document, for which the mapping is remembered. */
  readonly site: string | null;
  readonly mapping: History<Mapping | null>;
  readonly refused: Refused | null;
  readonly selection: Selection;
  readonly filter: Filter;
  readonly view: View;
  /** Whether what is being watched is shown in place of everything else. */
  readonly watched: boolean;
}

export const NO_SELECTION: Selection = {
  conversation: null,
  attribute: null,
  hovered: null,
  payload: null,
  event: null,
  open: new Map(),
};

/** A filter that every event passes, apart from noise. */
export const ALL_EVENTS = { conversationOnly: false, kind: null, direction: null, verdict: null } as const;

export const INITIAL_STATE: PanelState = {
  connection: 'connecting',
  preserve: false,
  log: EMPTY_LOG,
  source: { kind: 'live' },
  shown: EMPTY_LOG,
  reading: EMPTY_READING,
  site: null,
  mapping: startHistory<Mapping | null>(null),
  refused: null,
  selection: NO_SELECTION,
  filter: { text: '', categories: new Set(), noise: false, ...ALL_EVENTS },
  view: 'check',
  watched: false,
};
