import { formatSnapshot } from '../capture/display.ts';
import type { Removal } from '../trace/trace.ts';
import type { Subject } from './subject.ts';

/** The last time that the page took an attribute back, or everything. */
export const removalOf = ({ conversation, key, namespace }: Subject): Removal | undefined =>
  conversation.removals.findLast(
    (removal) => removal.namespace === namespace && (removal.key === null || removal.key === key),
  );

/** The call that took something back, as the page wrote it. */
export function writtenRemoval({ event }: Removal): string {
  if (event.kind !== 'call') return 'a call';
  const callee = event.method === '' ? event.api : `${event.api}.${event.method}`;
  return `${callee}(${event.args.map((arg) => formatSnapshot(arg, 60)).join(', ')})`;
}
