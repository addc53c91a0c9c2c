import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, textOf } from '../capture/walk.ts';
import type { EventName } from './dialect.ts';
import { at } from './reading.ts';

/** How the frames of CXone Digital are called in a list. */

/** What a frame that leaves asks the gateway to do. */
export const ACTIONS: ReadonlySet<string> = new Set(['chatWindowEvent', 'register']);
const NOISE: ReadonlySet<string> = new Set([
  'heartbeat',
  'pong',
  'SenderTypingStarted',
  'SenderTypingEnded',
  'SendMessagePreview',
  'MessageSeenByConsumer',
  'MessageSeenByCustomer',
]);

/** A bare acknowledgement in a list: the protocol itself has no name for it. */
const ACKNOWLEDGED = 'acknowledged';

/** @returns `null` for a frame without a name */
export function nameFrame(root: Snapshot | undefined): EventName | null {
  if (root === 'pong') return { title: 'pong', noise: true };
  const action = textOf(field(root, 'action'));
  const title =
    textOf(at(root, 'payload', 'eventType')) ??
    textOf(at(root, 'postback', 'eventType')) ??
    textOf(at(root, 'error', 'errorCode')) ??
    textOf(field(root, 'eventType')) ??
    (action === 'heartbeat' ? action : undefined) ??
    (isAcknowledgement(root) ? ACKNOWLEDGED : undefined);
  const claimed =
    action === 'heartbeat' ||
    (action !== undefined && ACTIONS.has(action)) ||
    field(root, 'eventId') !== undefined ||
    at(root, 'error', 'transactionId') !== undefined;
  return title === undefined || !claimed ? null : { title, noise: NOISE.has(title) };
}

/** The number of what was asked and a time, and nothing else. */
function isAcknowledgement(root: Snapshot | undefined): boolean {
  const entries = entriesOf(root);
  return (
    entries !== null &&
    textOf(field(root, 'eventId')) !== undefined &&
    entries.every(([key]) => key === 'eventId' || key === 'createdAt')
  );
}
