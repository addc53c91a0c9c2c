import type { CellState, Severity, Verdict } from '../../core/checks/finding.ts';
import type { RuleSource } from '../../core/dialects/source.ts';
import type { Stage } from '../../core/trace/trace.ts';

interface Words {
  readonly word: string;
  /** What it means, in a sentence for a tooltip. */
  readonly meaning: string;
}

export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  call: { word: 'Given', meaning: 'Given to the SDK, in the arguments of its call' },
  handshake: {
    word: 'Handshake',
    meaning: 'In the handshake: socket URL, sub-protocol, or the request that creates the session',
  },
  sent: { word: 'Sent', meaning: 'In frames and request bodies that left' },
  echoed: { word: 'Echoed', meaning: 'In frames and responses that came back' },
  stored: { word: 'Stored', meaning: 'Read back from the backend’s REST API' },
};

export const STATE_WORDS: Readonly<Record<CellState, Words>> = {
  seen: { word: 'seen', meaning: 'Here, in the right place, with the value it had before' },
  changed: { word: 'changed', meaning: 'Here, with another value than before' },
  misplaced: { word: 'misplaced', meaning: 'Here, but where the backend does not read it' },
  late: { word: 'too late', meaning: 'Here, but after the backend took its copy' },
  absent: { word: 'absent', meaning: 'This stage passed without it' },
  pending: { word: 'not yet', meaning: 'This stage has not come' },
  unknown: { word: 'not visible', meaning: 'Cannot be seen from the browser so far' },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  pass: { word: 'Pass', meaning: 'It arrived where the backend reads it' },
  fail: { word: 'Fail', meaning: 'It did not arrive where the backend reads it' },
  pending: { word: 'Not yet', meaning: 'Its moment has not come' },
  unknown: { word: 'Unknown', meaning: 'Cannot be told from here' },
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

export const SOURCE_WORDS: Readonly<Record<RuleSource, Words>> = {
  vendor: { word: 'vendor documentation', meaning: 'The vendor documents this rule' },
  observed: { word: 'observed behaviour', meaning: 'Seen when the vendor’s own SDK was run' },
  'third-party': { word: 'third-party report', meaning: 'Reported by others, not documented by the vendor' },
  forum: {
    word: 'forum thread, not confirmed',
    meaning: 'Told by users in a forum; the vendor has not confirmed it',
  },
  mapping: { word: 'your mapping', meaning: 'The mapping asks for it' },
  inferred: {
    word: 'what is documented, by inference',
    meaning: 'Deduced from documented facts; nobody has seen or told it',
  },
  format: { word: 'the data format', meaning: 'Follows from JSON or the protocol itself' },
};
