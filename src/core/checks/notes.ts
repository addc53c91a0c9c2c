import type { Dialect } from '../dialects/dialect.ts';
import type { RuleSource } from '../dialects/source.ts';
import type { Verdict } from './finding.ts';

/**
 * Something to know about a conversation that is no fault of its page, and changes no verdict.
 *
 * - `retired`: the vendor has ended the product.
 * - `not-visible`: what stands between an attribute that arrived and somebody who reads it.
 */
export interface Note {
  readonly kind: 'retired' | 'not-visible';
  readonly text: string;
  readonly source: RuleSource;
}

/** What no browser can see, whatever the product. */
const BEYOND_SIGHT = 'permissions, what a flow or a data action makes of it, and what an agent sees';

/** The notes on a conversation with this verdict. */
export function notesOf({ retired, beyondSight }: Dialect, verdict: Verdict): readonly Note[] {
  // What was lost on the way has never come to what cannot be seen.
  const arrived = verdict === 'pass' || verdict === 'unknown';
  return [
    ...(retired ? [{ kind: 'retired' as const, ...retired }] : []),
    ...(arrived
      ? [
          {
            kind: 'not-visible' as const,
            text: `Not visible from here: ${beyondSight ?? BEYOND_SIGHT}.`,
            source: 'inferred' as const,
          },
        ]
      : []),
  ];
}
