import type { Dialect } from '../dialects/dialect.ts';
import type { RuleSource, Statement } from '../dialects/source.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Conversation, Stage } from '../trace/trace.ts';
import type { Finding, Severity } from './finding.ts';
import type { Subject } from './subject.ts';

/** What a check concludes; the rest of the finding is the check's own. */
export type Conclusion = Pick<Finding, 'message' | 'fix' | 'sightings'> &
  Partial<Pick<Finding, 'code' | 'stage' | 'severity' | 'source'>> & {
    /** Why it matters here, in place of the check's own words. */
    readonly why?: string;
  };

/** A chat of the web messaging surface in short, from which the tests build a capture. */
export interface ChatExample {
  readonly title: string;
  /** The options of `startChat`. */
  readonly options: unknown;
  /** The body of the session-creating request; the options unless told. */
  readonly posted?: unknown;
  /** Query of the socket's URL. */
  readonly query?: string;
  /** Attributes in a frame after the token. */
  readonly late?: unknown;
  /** Attributes in a frame after the start event. */
  readonly afterStart?: unknown;
  /** The answer to the session-creating request issues no token. */
  readonly token?: false;
  /** Body of a repairing PUT after the start. */
  readonly repaired?: unknown;
  /** `attributes` of the start event; what was posted unless told; `null`: the event has none. */
  readonly started?: unknown;
  /** Changes to the mapping row of `crm_customer_id`. */
  readonly row?: object;
}

/** One event of another protocol, in short. */
export type ExampleEvent =
  /** A call of a global, or of its method, with the arguments, and what it threw. */
  | {
      readonly call: string;
      readonly method?: string;
      readonly args: readonly unknown[];
      readonly threw?: string;
    }
  /** A request without a body, and the answer. */
  | { readonly get: string; readonly answer: unknown }
  /** A socket is opened; frames are on the last one. */
  | { readonly socket: string }
  /** It is closed. */
  | { readonly closed: string }
  | { readonly out: unknown }
  | { readonly in: unknown };

/** A conversation of another dialect, event by event. */
export interface EventsExample {
  readonly title: string;
  readonly dialect: string;
  /** Of the row for `crm_customer_id`. */
  readonly namespace: string;
  readonly events: readonly ExampleEvent[];
  readonly row?: object;
  /** What the mapping says of keys that it has no row for; `fail` unless told. */
  readonly unmapped?: Mapping['unmapped'];
}

/** One way in which a check must speak, or must not. */
export type Example = ChatExample | EventsExample;

/**
 * The ways in which a check must speak, alone, and some in which it must not. They stand beside their check as an export
 * of their own, so that what only tests and readers need is not in the panel.
 */
export interface Examples {
  readonly fails: readonly Example[];
  readonly passes: readonly Example[];
}

/** What every check says of itself. */
export interface Rule {
  /** `group/name`. Stable. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** The stage it judges: where the attribute is lost when it speaks. */
  readonly stage: Stage;
  /** Why it matters, in a sentence. */
  readonly why: string;
  readonly source: RuleSource;
}

/** A rule with an id, a severity, a reason and a fix, that reads a trace and yields findings on one attribute. */
export interface Check extends Rule {
  /** Ids, or groups as `group/`, of findings on the same attribute that this one is the cause of. */
  readonly explains: readonly string[];
  run(subject: Subject): Conclusion | null;
}

/** A check of a conversation as a whole. It warns: the verdict is that of the attributes. */
export interface ConversationCheck extends Rule {
  readonly severity: 'warning';
  inspect(conversation: Conversation, dialect: Dialect): Conclusion | null;
}

/** The whole finding of a check. */
export function toFinding(check: Rule, { why = check.why, ...conclusion }: Conclusion): Finding {
  return {
    id: check.id,
    severity: check.severity,
    title: check.title,
    stage: check.stage,
    source: check.source,
    ...conclusion,
    message: `${conclusion.message} ${why}`,
  };
}

/** What a dialect says of a matter in place of a check's own words. */
export const saidBy = (statement: Statement | undefined): Pick<Conclusion, 'why' | 'source'> =>
  statement === undefined ? {} : { why: statement.text, source: statement.source };

/** Whether a check takes another's finding to be its own consequence. */
export const isExplainedBy = (id: string, check: Check): boolean =>
  check.explains.some((explained) => (explained.endsWith('/') ? id.startsWith(explained) : id === explained));
