import type { NoticeCode } from '../../core/capture/event.ts';
import { type Log, lostCount } from '../store/log.ts';

/** One line of the bar of notices. */
export interface Notice {
  readonly code: NoticeCode;
  readonly count: number;
  readonly text: string;
  /** What it is about, each once. */
  readonly details: readonly string[];
}

const many = (count: number, one: string, more: string): string =>
  count === 1 ? one : `${count.toLocaleString('en')} ${more}`;

const TEXTS: Readonly<Record<NoticeCode, (count: number, details: readonly string[]) => string>> = {
  lost: (count) =>
    `${many(count, '1 event was', 'events were')} lost: a log was full, or they could not be handed over; the page’s own calls went through`,
  frozen: (count) =>
    `${many(count, 'An SDK object is', 'SDK objects are')} frozen, so that no method can be observed`,
  'not-on-window': (count, details) =>
    `${details.join(', ')} ${count === 1 ? 'is' : 'are'} declared with let, const or class, which no extension can observe: declare with var, or assign to window, to see the calls`,
  unhooked: (count) =>
    `${many(count, 'A document has', 'documents have')} no hooks: reload the page, or let the extension run on that site`,
  replaced: (count) =>
    `${many(count, 'A hook was', 'hooks were')} wrapped or replaced by the page: what the page passes on is seen, and nothing else`,
  worker: (count) =>
    `${many(count, 'A worker was', 'workers were')} started: what happens inside cannot be hooked`,
  'wire-only': (count) =>
    `${many(count, 'A socket was', 'sockets were')} seen on the wire only: in a worker, in a frame without hooks, or a WebSocketStream`,
  'wire-url': (count) =>
    `${many(count, 'A socket was', 'sockets were')} seen on the wire only, and this browser shows no frames`,
  cut: (count) => `${many(count, 'A message was', 'messages were')} too large and kept in part`,
  malformed: (count) => `${many(count, 'An event was', 'events were')} malformed and left out`,
};

/**
 * Whether a notice is for everybody to see, or only for who asks what is being watched: on many pages an agent wraps our hooks
 * and passes everything on. Only while no conversation is seen it may be the reason.
 */
export const isForAll = (code: NoticeCode, conversations: number): boolean =>
  code !== 'replaced' || conversations === 0;

/** What the tool has to say about its own blind spots, one line for each kind. */
export function noticesOf(log: Log): readonly Notice[] {
  const byCode = new Map<NoticeCode, { count: number; details: Set<string> }>();
  const add = (code: NoticeCode, count: number, detail: string): void => {
    const known = byCode.get(code) ?? { count: 0, details: new Set<string>() };
    known.count += count;
    if (detail !== '') known.details.add(detail);
    byCode.set(code, known);
  };
  for (const event of log.notices) {
    add(event.code, event.count ?? 1, event.detail);
  }
  const lost = lostCount(log);
  if (lost > 0) add('lost', lost, '');
  if (log.malformed > 0) add('malformed', log.malformed, '');
  return [...byCode].map(([code, { count, details }]) => ({
    code,
    count,
    text: TEXTS[code](count, [...details]),
    details: [...details],
  }));
}
