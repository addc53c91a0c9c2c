import type { CallEvent } from '../capture/event.ts';
import { standsForSecret } from '../capture/secret-label.ts';
import { markOf } from '../capture/walk.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Mapping, MappingRow } from '../mapping/mapping.ts';
import type { Conversation, Sighting, Stage } from '../trace/trace.ts';

/**
 * What the checks of one attribute look at: its mapping row, and the sightings that speak of it, sorted by how they do.
 */
export interface Subject {
  readonly conversation: Conversation;
  readonly dialect: Dialect;
  readonly mapping: Mapping | null;
  /** Absent: it was seen, and no row asks for it. */
  readonly row: MappingRow | null;
  readonly key: string;
  readonly namespace: string;
  /** Right key, right namespace. */
  readonly exact: readonly Sighting[];
  /** Right key, somewhere else. */
  readonly misplaced: readonly Sighting[];
  /** A key that was probably meant to be this one. */
  readonly near: readonly Sighting[];
  /** In a field that the vendor takes as the widget's own identifier. */
  readonly identity: readonly Sighting[];
  /** Sightings were let go between the first and the last of these: what is true of all that are left proves nothing. */
  readonly partial: boolean;
}

/** Every sighting of a subject. */
export const allSightings = (subject: Subject): readonly Sighting[] => [
  ...subject.exact,
  ...subject.misplaced,
  ...subject.near,
  ...subject.identity,
];

/** The sightings of the attribute itself. Its value in an identifier is not the attribute. */
export const ownSightings = ({ exact, misplaced, near }: Subject): readonly Sighting[] => [
  ...exact,
  ...misplaced,
  ...near,
];

/** The call that started the conversation, when it was seen. */
export function startCall(conversation: Conversation): CallEvent | null {
  const event = conversation.moments.get('start-call');
  return event?.kind === 'call' ? event : null;
}

/** Whether a sighting is in a payload that the backend reads, before any repair. */
export const reachesBackend = (sighting: Sighting): boolean =>
  (sighting.stage === 'handshake' || sighting.stage === 'sent') &&
  (sighting.carrier === 'body' || sighting.carrier === 'frame') &&
  !sighting.doubleEncoded &&
  !sighting.repair;

/** Whether a sighting left the page at all, rightly or not. */
export const left = (sighting: Sighting): boolean =>
  (sighting.stage === 'handshake' || sighting.stage === 'sent') && !sighting.repair;

/** Whether a sighting came back from the backend before any repair. */
export const cameBack = (sighting: Sighting): boolean =>
  sighting.stage === 'echoed' && !sighting.repair && !sighting.doubleEncoded;

export const at =
  (stage: Stage) =>
  (sighting: Sighting): boolean =>
    sighting.stage === stage;

/** The sighting with which the attribute first left in the right form. */
export const firstLeft = (subject: Subject): Sighting | undefined => subject.exact.find(reachesBackend);

/**
 * The sighting that shows the attribute in the backend's own start event. A later update event may carry what a repair
 * brought, so only the start event counts.
 */
export function inStartEvent(subject: Subject): Sighting | undefined {
  const start = subject.conversation.moments.get('start');
  return subject.exact.find((sighting) => cameBack(sighting) && sighting.event === start);
}

/** Whether a place was seen that shows every attribute of this namespace that the backend has. */
export const isShown = ({ conversation, namespace }: Subject, stage: Stage): boolean =>
  conversation.containers.some(
    (container) =>
      container.stage === stage && (container.namespace === null || container.namespace === namespace),
  );

/**
 * Whether a sighting can be the backend's answer to what was sent in this conversation. What came before it left is what
 * the backend had from earlier.
 */
export function isAnswer(subject: Subject, sighting: Sighting): boolean {
  const sent = firstLeft(subject);
  return !sent || sighting.event.time > sent.event.time;
}

/** Whether the attribute left only after the backend had shown, for the last time, what it has: nothing tells what became of it. */
export function leftAfterStart(subject: Subject): boolean {
  const sent = firstLeft(subject);
  const start = subject.conversation.latest.get('start');
  return sent !== undefined && start !== undefined && sent.event.time > start.time;
}

/** Whether the moment by which an attribute must have left is over. */
export function deadlinePassed({ moments, ended }: Conversation): boolean {
  return moments.has('token') || moments.has('start') || moments.has('message') || ended;
}

/** Whether what was given to the SDK should have left by now. */
export function shouldHaveLeft({ conversation, dialect }: Subject, given: Sighting): boolean {
  if (!dialect.waitsForMessage) return deadlinePassed(conversation);
  const message = conversation.latest.get('create');
  return conversation.ended || (message !== undefined && message.time > given.event.time);
}

/** The sighting with the value that was sent: as it left, or else as it was given. */
const tellingSighting = (subject: Subject): Sighting | undefined =>
  firstLeft(subject) ?? subject.exact.find(at('call')) ?? subject.exact[0];

/** The sighting whose value is judged; none where the value itself was taken out of the capture. */
export function judgedSighting(subject: Subject): Sighting | undefined {
  return hidesValue(subject) ? undefined : tellingSighting(subject);
}

/** Whether the value that was sent was taken out of the capture, so that nothing can be said of it. */
export function hidesValue(subject: Subject): boolean {
  const value = tellingSighting(subject)?.value;
  if (value === undefined) return false;
  return typeof value === 'string' ? standsForSecret(value) : markOf(value)?.$mark === 'redacted';
}
