import { decodeBody } from '../capture/decode.ts';
import type { CapturedEvent } from '../capture/event.ts';
import { DIALECTS } from '../dialects/dialects.ts';
import type { Mapping } from './mapping.ts';

/**
 * The mapping that a tenant's own definitions make, when the page fetched them.
 * @param events of the page, in order of time; the last definitions count
 * @returns a mapping that only warns of other keys, since definitions need not be complete; `null`: none were fetched
 */
export function deriveMapping(events: readonly CapturedEvent[], name: string): Mapping | null {
  const answers = events.filter((event) => event.kind === 'response');
  for (const { body } of answers.reverse()) {
    const content = decodeBody(body);
    if (content === undefined) continue;
    for (const { id, definedRows } of DIALECTS) {
      const attributes = definedRows?.(content) ?? [];
      if (attributes.length > 0) return { version: 1, name, dialect: id, unmapped: 'warn', attributes };
    }
  }
  return null;
}
