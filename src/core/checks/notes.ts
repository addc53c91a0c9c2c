import type { Dialect } from '../dialects/dialect.ts';
import type { RuleSource } from '../dialects/source.ts';
import type { Conversation, Definition } from '../trace/trace.ts';
import type { JudgedAttribute, Verdict } from './finding.ts';
import type { Matched } from './match.ts';

/**
 * Something to know about a conversation that is no fault of its page, and changes no verdict.
 *
 * - `retired`: the vendor has ended the product.
 * - `hidden`: the tenant has an attribute that arrived, and does not show it to agents.
 * - `put-aside`: the backend has put an answer elsewhere, and it was not seen.
 * - `left-out`: there was more of it than is judged.
 * - `not-visible`: what stands between an attribute that arrived and somebody who reads it.
 */
export interface Note {
  readonly kind: 'retired' | 'hidden' | 'put-aside' | 'left-out' | 'not-visible';
  readonly text: string;
  readonly source: RuleSource;
}

/** What no browser can see, whatever the product. */
const BEYOND_SIGHT = 'permissions, what a flow or a data action makes of it, and what an agent sees';

interface JudgedParts extends Pick<Matched, 'unmatched' | 'passedOver'> {
  readonly verdict: Verdict;
  readonly attributes: readonly JudgedAttribute[];
}

/** The notes on a conversation of a dialect that was judged so. */
export function notesOf(
  { retired, beyondSight }: Pick<Dialect, 'retired' | 'beyondSight'>,
  { definitions, putAside }: Pick<Conversation, 'definitions' | 'putAside'>,
  { verdict, attributes, unmatched, passedOver }: JudgedParts,
): readonly Note[] {
  // What was lost on the way has never come to what cannot be seen.
  const arrived = mayHaveArrived(verdict);
  return [
    ...(retired ? [{ kind: 'retired' as const, ...retired }] : []),
    ...attributes
      .filter((attribute) => !attribute.idle && mayHaveArrived(attribute.verdict))
      .flatMap(({ key, namespace }) =>
        hiddenNote(definitions.find((one) => one.key === key && one.namespace === namespace)),
      ),
    ...Array.from(putAside, (event) => ({
      kind: 'put-aside' as const,
      text: `${event} was too large for the socket, and the page fetched it from elsewhere: what it shows of attributes is not seen here.`,
      source: 'vendor' as const,
    })),
    ...leftOut(
      passedOver,
      (count) =>
        `Attributes were seen again ${count} more times: of each, the first and the last of what was seen are judged.`,
    ),
    ...leftOut(
      unmatched,
      (count) => `${count} more attributes that no mapping asks for were seen, and are not judged.`,
    ),
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

const leftOut = (count: number, write: (count: string) => string): readonly Note[] =>
  count === 0 ? [] : [{ kind: 'left-out', text: write(count.toLocaleString('en')), source: 'observed' }];

const mayHaveArrived = (verdict: Verdict): boolean => verdict === 'pass' || verdict === 'unknown';

const hiddenNote = (definition: Definition | undefined): readonly Note[] =>
  definition?.hidden === undefined
    ? []
    : [
        {
          kind: 'hidden',
          text: `The tenant defines ${definition.key} as hidden (${definition.hidden}): an agent may not see it, although it arrives.`,
          source: 'inferred',
        },
      ];
