import { leave, navigated, type Received, receive } from './log.ts';
import type { PanelStore } from './panel.ts';
import { siteOf } from './site.ts';
import { NO_SELECTION } from './state.ts';
import { trim } from './trim.ts';

export interface Intake {
  /** Whether messages wait to be shown. */
  readonly behind: boolean;
  /** Takes one parsed message; it is shown with the next ones, a moment later. */
  take(received: Received): void;
  /** The tab went to another address. */
  navigated(url: string): void;
  /** A content script of the inspected page answered, or none did. */
  heard(answered: boolean): void;
  /** Called when the relays have to be asked for what is missing. */
  onAsk(listener: () => void): void;
}

interface Effects {
  readonly refresh: () => void;
  readonly siteChanged: (site: string | null) => void;
}

/** How long messages are gathered before they are shown, at least. */
const GATHER_MS = 40;
/** The same while more comes than anybody can read: drawing it is most of what it costs. */
const GATHER_STREAM_MS = 100;
/** So many events at once are a stream. */
const STREAM = 50;
/** Of the panel's time, at most one part in this many goes into reading events. */
const SHARE = 4;

/** Most events that are taken at once: what came in while the panel was busy must not keep it busy. */
const MOST_EVENTS = 2_500;

/** Gathers messages and shows them together, the more seldom the longer showing takes. */
export function createIntake(store: PanelStore, effects: Effects): Intake {
  const waiting: Received[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastCost = 0;
  let streams = false;
  let ask: () => void = () => undefined;

  const wait = (): void => {
    const gather = streams ? GATHER_STREAM_MS : GATHER_MS;
    if (timer === undefined) timer = setTimeout(flush, Math.max(gather, lastCost * SHARE));
  };

  /** The messages that waited longest, as many as can be taken at once; but one at least. */
  const next = (): readonly Received[] => {
    let events = 0;
    const end = waiting.findIndex(({ message }) => {
      events += message.events.length;
      return events > MOST_EVENTS;
    });
    return waiting.splice(0, end === -1 ? waiting.length : Math.max(1, end));
  };

  const flush = (): void => {
    timer = undefined;
    const before = store.getState();
    const live = before.source.kind === 'live';
    // What was taken is read first: only what was read can be told from what may be let go.
    if (live && before.reading.events.length < before.shown.events.length) {
      wait();
      return;
    }
    const start = performance.now();
    const received = receive(before.log, next(), before.preserve);
    streams = received.log.events.length - before.log.events.length > STREAM;
    const log = trim(received.log, before.reading.conversations);
    const left = before.log.top !== null && log.top?.id !== before.log.top.id && !before.preserve;
    store.setState({
      log,
      connection: 'connected',
      ...(live && { shown: log }),
      ...(left && live && { selection: NO_SELECTION }),
    });
    const site = siteOf(log.top);
    if (site !== before.site) effects.siteChanged(site);
    if (live && log.events !== before.log.events) effects.refresh();
    lastCost = performance.now() - start;
    if (waiting.length > 0) wait();
    if (received.ask) ask();
  };

  /** Nobody is there any more: what was shown is of a page that was left. */
  const goneSilent = (): void => {
    const { log, preserve, source } = store.getState();
    const left = preserve ? log : leave(log);
    store.setState({ connection: 'absent', log: left, ...(source.kind === 'live' && { shown: left }) });
    if (source.kind === 'live') effects.refresh();
  };

  return {
    get behind() {
      return waiting.length > 0;
    },
    take(received) {
      waiting.push(received);
      wait();
    },
    navigated(url) {
      store.setState({ log: navigated(store.getState().log, url) });
    },
    heard(answered) {
      if (answered) store.setState({ connection: 'connected' });
      else goneSilent();
    },
    onAsk(listener) {
      ask = listener;
    },
  };
}
