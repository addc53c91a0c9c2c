import type { Snapshot } from '../capture/snapshot.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { RuleSource } from '../dialects/source.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import type { Conversation, Sighting, Stage } from '../trace/trace.ts';
import type { Note } from './notes.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `fail` outranks `pending` outranks `unknown` outranks `pass`. */
export const VERDICTS = ['fail', 'pending', 'unknown', 'pass'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a check says about one attribute or one conversation. */
export interface Finding {
  /** Id of the check: `group/name`. Stable. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What happened, in the page's own words, and why it matters. */
  readonly message: string;
  /** What to do, in a sentence. */
  readonly fix: string;
  /** Code to copy, where code mends it. */
  readonly code?: string;
  /** Where the attribute was lost. */
  readonly stage?: Stage;
  /** The sightings that prove it. */
  readonly sightings: readonly Sighting[];
  /** How sure the rule itself is. */
  readonly source: RuleSource;
}

/** What a cell of the trace says. */
export type CellState =
  /** Here, in the right place, with the value it had before. */
  | 'seen'
  /** Here, with another value than before. */
  | 'changed'
  /** Here, but where the backend does not read it. */
  | 'misplaced'
  /** Here, but after the moment at which the backend took its copy. */
  | 'late'
  /** This stage passed without it. */
  | 'absent'
  /** This stage has not come. */
  | 'pending'
  /** Cannot be seen from here. */
  | 'unknown';

export interface Cell {
  readonly state: CellState;
  /** The sighting that the cell shows; the first at this stage in the best place. */
  readonly sighting?: Sighting;
  readonly sightings: readonly Sighting[];
}

/** One row of the trace, judged. */
export interface JudgedAttribute {
  readonly key: string;
  readonly namespace: string;
  /** Absent: it was seen, and no mapping row asks for it. */
  readonly row?: MappingRow;
  readonly verdict: Verdict;
  /** One short sentence that says why this verdict. */
  readonly reason: string;
  /** Optional, and never given: it does not count in the conversation's verdict. */
  readonly idle: boolean;
  /** The value that was given, or else the first that was seen. */
  readonly value?: Snapshot;
  readonly cells: Readonly<Record<Stage, Cell>>;
  readonly findings: readonly Finding[];
  /** The stage at which it was lost, when a finding says so. */
  readonly lostAt?: Stage;
}

export interface JudgedConversation {
  readonly conversation: Conversation;
  /** The reader of its protocol; `null`: the mapping that declared it is gone. */
  readonly dialect: Dialect | null;
  readonly verdict: Verdict;
  readonly attributes: readonly JudgedAttribute[];
  /** Findings of the conversation as a whole. */
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}
