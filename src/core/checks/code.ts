import { formatSnapshot, formatSnapshotLines, joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, sameValue } from '../capture/walk.ts';
import type { Sighting } from '../trace/trace.ts';
import { stepsOf } from './overrides.ts';
import { namesCall, written } from './place.ts';
import { type Subject, startCall } from './subject.ts';

/** Words and code for fixes, made of what the page itself wrote: its call, its keys, its values. */

/** Where the attribute belongs in the call's options: `attributes.custom.crm_customer_id`; or what it is called where it has a call of its own. */
export function rightPath(subject: Subject): string {
  const { dialect, namespace, key, row } = subject;
  const name = row?.paths?.call === undefined ? dialect.placeName?.(namespace, key) : undefined;
  return name ?? optionSteps(subject).reduce(joinPath, '');
}

/** The steps to the attribute in the call's options, by the mapping's own word where it has one. */
const optionSteps = ({ dialect, namespace, key, row }: Subject): readonly string[] =>
  row?.paths?.call === undefined ? dialect.optionPath(namespace, key) : stepsOf(row.paths.call);

/** The call that started the chat, as the page writes it: `cxoneChat.startChat`. */
export const calleeOf = ({ dialect, conversation }: Subject): string =>
  dialect.callName(startCall(conversation));

/** `attributes.custom.id: "CRM-882910" was given to cxoneChat.startChat`; a call is not named twice. */
export const wasGiven = (subject: Subject, sighting: Sighting): string =>
  `${written(sighting)} was given${namesCall(sighting) ? '' : ` to ${calleeOf(subject)}`}`;

/**
 * The page's own call with the attribute in the right place: what stood in a wrong place is taken out, everything else
 * stays as it was given. Where attributes are given one by one, the call that gives this one.
 */
export function correctedCall(subject: Subject, value: Snapshot, wrong: readonly Sighting[] = []): string {
  const { dialect, namespace, key } = subject;
  if (dialect.giveCode) return dialect.giveCode(namespace, key, formatSnapshot(value));
  const call = startCall(subject.conversation);
  const options = call?.args[0];
  const removed = new Set(wrong.filter(({ event }) => event === call).map(({ path }) => path));
  const kept = options !== undefined && entriesOf(options) ? without(options, removed, '') : {};
  const path = optionSteps(subject);
  const whole = formatSnapshotLines(withValue(kept, path, value));
  const callee = calleeOf(subject);
  if (whole.length <= LONGEST_CODE) return `${callee}(${whole});`;
  const lines = formatSnapshotLines(withValue({}, path, value)).replace('{', '{\n  ...options,');
  return `${callee}(${lines});`;
}

/** Above this, the page's own options are not repeated in the code to copy. */
const LONGEST_CODE = 1500;

/** A value without some of its paths, and without the containers that this leaves empty. */
function without(value: Snapshot, removed: ReadonlySet<string>, path: string): Snapshot {
  const entries = entriesOf(value);
  if (!entries || removed.size === 0) return value;
  const kept = entries.flatMap(([key, item]): (readonly [string, Snapshot])[] => {
    const inner = joinPath(path, key);
    if (removed.has(inner)) return [];
    const rest = without(item, removed, inner);
    const emptied = entriesOf(rest)?.length === 0 && entriesOf(item)?.length !== 0;
    return emptied ? [] : [[key, rest]];
  });
  return Object.fromEntries(kept);
}

function withValue(target: Snapshot, [step, ...rest]: readonly string[], value: Snapshot): Snapshot {
  if (step === undefined) return value;
  const entries = entriesOf(target) ?? [];
  const present = entries.find(([key]) => key === step)?.[1];
  const next = withValue(present ?? {}, rest, value);
  const replaced = entries.map(([key, item]) => [key, key === step ? next : item] as const);
  return Object.fromEntries(present === undefined ? [...replaced, [step, next]] : replaced);
}

/** A value to write into a fix: the page's own, or a hint of what belongs there. */
export function exampleValue(subject: Subject, ...candidates: readonly (Snapshot | undefined)[]): Snapshot {
  const given = candidates.find((value) => value !== undefined && !sameValue(value, '') && value !== null);
  if (given !== undefined) return given;
  const { row } = subject;
  if (typeof row?.expected === 'string' || typeof row?.expected === 'number') return row.expected;
  return row?.enum?.[0] ?? `<${row?.label ?? subject.key}>`;
}
