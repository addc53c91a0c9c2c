import type { Capture } from '../../core/capture/capture-file.ts';
import { readCapture } from './formats.ts';
import { clear, EMPTY_LOG, type Log, noticesAmong } from './log.ts';
import type { PanelStore } from './panel.ts';
import { Prefix } from './prefix.ts';
import { NO_SELECTION } from './state.ts';

export interface CaptureActions {
  readonly clear: () => void;
  /** Freezes what is shown, or lets it catch up. */
  readonly togglePause: () => void;
  readonly togglePreserve: () => void;
  /** Shows a capture file in place of the inspected page. */
  readonly importCapture: (name: string, text: string) => Promise<void>;
  /** Back to the inspected page. */
  readonly showLive: () => void;
}

export function captureActions(store: PanelStore, refresh: () => void): CaptureActions {
  const showLive = (): void => {
    store.setState(({ log }) => ({ source: { kind: 'live' }, shown: log }));
    refresh();
  };

  return {
    clear: () => {
      store.setState(({ log, source }) => {
        const cleared = clear(log);
        return {
          log: cleared,
          shown: cleared,
          source: source.kind === 'capture' ? { kind: 'live' } : source,
          selection: NO_SELECTION,
          refused: null,
        };
      });
      refresh();
    },
    togglePause: () => {
      if (store.getState().source.kind === 'live') store.setState({ source: { kind: 'paused' } });
      else showLive();
    },
    togglePreserve: () => store.setState(({ preserve }) => ({ preserve: !preserve })),
    importCapture: async (name, text) => {
      const parsed = await readCapture(text);
      if (!parsed.ok) {
        store.setState({ refused: { what: 'capture', name, errors: parsed.errors } });
        return;
      }
      store.setState({
        source: { kind: 'capture', name },
        shown: logOf(parsed.capture),
        selection: NO_SELECTION,
        refused: null,
      });
      refresh();
    },
    showLive: () => {
      store.setState({ selection: NO_SELECTION });
      showLive();
    },
  };
}

/** A capture file says only how many events were lost of all documents together. */
function logOf({ documents, events, lost }: Capture): Log {
  return {
    ...EMPTY_LOG,
    documents: new Map(
      documents.map((info, at) => [
        info.id,
        { info, next: 0, lost: at === 0 ? lost : 0, cleared: 0, lostUntil: 0, refused: null, cost: null },
      ]),
    ),
    events: Prefix.of(events),
    notices: noticesAmong(events),
    top: documents.find(({ top }) => top) ?? null,
  };
}
