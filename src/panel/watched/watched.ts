import type { CapturedEvent, DocumentInfo, SocketEvent } from '../../core/capture/event.ts';
import type { Cost } from '../../core/capture/link.ts';
import { OBSERVED_GLOBALS } from '../../core/dialects/observed.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { DocumentLog, Log } from '../store/log.ts';

/** A document that is watched. */
export interface WatchedDocument {
  readonly info: DocumentInfo;
  readonly events: number;
  readonly lost: number;
}

/** A socket that was seen. */
export interface WatchedSocket {
  readonly id: string;
  readonly url: string;
  readonly document: DocumentInfo | null;
  readonly phase: SocketEvent['phase'];
  readonly code: number | null;
  readonly sent: number;
  readonly received: number;
}

/** Something that is hooked, and how often it was used. */
export interface Hook {
  readonly name: string;
  /** What it sees, in the singular. */
  readonly sees: string;
  readonly uses: number;
  /** What of it the page replaced with something of its own. */
  readonly replaced: readonly string[];
}

/** Everything that is watched, counted over the events of a log. */
export interface Watched {
  readonly documents: readonly WatchedDocument[];
  readonly sockets: readonly WatchedSocket[];
  readonly hooks: readonly Hook[];
  /** Of all documents together. */
  readonly cost: Cost;
}

/** @param mapping the globals that it declares are watched as well */
export function watchedOf(log: Log, mapping: Mapping | null): Watched {
  const counts = new Map<string, number>();
  const calls = new Map<string, number>();
  const sockets = new Map<string, WatchedSocket>();
  let requests = 0;
  let frames = 0;
  let workers = 0;
  for (const event of log.events) {
    add(counts, event.document);
    if (event.kind === 'call') add(calls, event.api);
    else if (event.kind === 'request') requests++;
    else if (event.kind === 'notice' && event.code === 'worker') workers++;
    else if (event.kind === 'frame' || event.kind === 'socket') {
      if (event.kind === 'frame') frames++;
      const id = `${event.document}/${event.socket}`;
      sockets.set(id, withEvent(sockets.get(id) ?? unknownSocket(id, event, log), event));
    }
  }
  const replaced = new Set(log.notices.filter(({ code }) => code === 'replaced').map(({ detail }) => detail));
  const hook = (name: string, sees: string, uses: number, parts: readonly string[]): Hook => ({
    name,
    sees,
    uses,
    replaced: parts.filter((part) => replaced.has(part)),
  });
  const globals = [
    ...new Set([...OBSERVED_GLOBALS, ...(mapping?.declaration?.globals ?? []).map(({ name }) => name)]),
  ];
  return {
    documents: [...log.documents.values()].filter(({ info }) => !info.wire).map(toDocument(counts)),
    sockets: [...sockets.values()],
    hooks: [
      ...globals.map((name) => hook(name, 'call', calls.get(name) ?? 0, [name])),
      hook('WebSocket', 'frame', frames, ['Window.WebSocket', 'WebSocket.send']),
      hook('fetch, XMLHttpRequest, sendBeacon', 'chat request', requests, REQUEST_HOOKS),
      hook('Worker, SharedWorker', 'worker', workers, ['Window.Worker', 'Window.SharedWorker']),
    ],
    cost: [...log.documents.values()].reduce((sum, { cost }) => (cost ? plus(sum, cost) : sum), NO_COST),
  };
}

/** As the page script names them in its notices. */
const REQUEST_HOOKS: readonly string[] = [
  'Window.fetch',
  'XMLHttpRequest.open',
  'XMLHttpRequest.setRequestHeader',
  'XMLHttpRequest.send',
  'Navigator.sendBeacon',
];

const NO_COST: Cost = { batches: 0, characters: 0, spent: 0 };

const plus = (a: Cost, b: Cost): Cost => ({
  batches: a.batches + b.batches,
  characters: a.characters + b.characters,
  spent: a.spent + b.spent,
});

const add = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

const toDocument =
  (counts: ReadonlyMap<string, number>) =>
  ({ info, lost, cleared }: DocumentLog): WatchedDocument => ({
    info,
    events: counts.get(info.id) ?? 0,
    lost: lost - cleared,
  });

/** A socket whose beginning was lost is known by its frames alone. */
function unknownSocket(id: string, event: CapturedEvent, log: Log): WatchedSocket {
  const document = log.documents.get(event.document)?.info ?? null;
  return { id, url: '', document, phase: 'open', code: null, sent: 0, received: 0 };
}

function withEvent(
  socket: WatchedSocket,
  event: Extract<CapturedEvent, { kind: 'frame' | 'socket' }>,
): WatchedSocket {
  if (event.kind === 'socket')
    return { ...socket, url: event.url, phase: event.phase, code: event.code ?? null };
  return event.direction === 'out'
    ? { ...socket, sent: socket.sent + 1 }
    : { ...socket, received: socket.received + 1 };
}
