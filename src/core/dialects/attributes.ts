import { parseJson } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, markOf } from '../capture/walk.ts';
import type { Role } from '../trace/trace.ts';
import type { Layer } from './envelope.ts';

/** A sighting that does not know yet at which stage, how and in which event it was made. */
export interface FoundAttribute {
  readonly key: string;
  readonly value: Snapshot;
  readonly path: string;
  readonly namespace: string | null;
  readonly role: Role;
  readonly doubleEncoded?: true;
}

const FLAT_KEY = /^conversation:attributes:([^:]+):(.+)$/;

/** Text that holds a JSON object: somebody serialised it once too often. */
function objectInText(value: Snapshot): Snapshot | null {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return null;
  const parsed = parseJson(value);
  return parsed !== undefined && entriesOf(parsed) ? parsed : null;
}

const found = (
  key: string,
  value: Snapshot,
  path: string,
  namespace: string | null,
  encoded: boolean,
): FoundAttribute => ({
  key,
  value,
  path,
  namespace,
  role: 'attribute',
  ...(encoded && { doubleEncoded: true as const }),
});

function readNamespace(
  value: Snapshot,
  namespace: string | null,
  path: string,
  encoded: boolean,
): readonly FoundAttribute[] {
  const inText = objectInText(value);
  if (inText) return readNamespace(inText, namespace, path, true);
  return (entriesOf(value) ?? []).map(([key, item]) =>
    found(key, item, joinPath(path, key), namespace, encoded),
  );
}

/**
 * The attributes in an `attributes` container: `{ <namespace>: { <key>: value } }`. A value beside the namespaces is in
 * no namespace. A container, or a namespace, that is JSON text is read and marked.
 */
function readContainer(container: Snapshot, path: string, encoded = false): readonly FoundAttribute[] {
  const inText = objectInText(container);
  if (inText) return readContainer(inText, path, true);
  return (entriesOf(container) ?? []).flatMap(([key, value]): readonly FoundAttribute[] => {
    const inner = joinPath(path, key);
    const flat = readFlatKey(key, value, inner);
    if (flat) return [flat];
    const holdsKeys = (entriesOf(value) !== null && markOf(value) === null) || objectInText(value) !== null;
    return holdsKeys ? readNamespace(value, key, inner, encoded) : [found(key, value, inner, null, encoded)];
  });
}

/** The backend's own spelling, in which namespace and key are one name: `conversation:attributes:custom:<key>`. */
function readFlatKey(name: string, value: Snapshot, path: string): FoundAttribute | null {
  const [, namespace, key] = FLAT_KEY.exec(name) ?? [];
  return namespace === undefined || key === undefined ? null : found(key, value, path, namespace, false);
}

/**
 * Containers that integrators reach for instead of `attributes`. They have other uses too, so what is in one counts
 * only when a mapping asks for its key.
 */
const STRAY_CONTAINERS = [
  'custom',
  'customAttributes',
  'custom_attributes',
  'customFields',
  'metadata',
] as const;

/** The attributes in one object of an envelope, in every place where integrators put them. */
export function attributesIn({ value, path }: Layer): readonly FoundAttribute[] {
  const container = field(value, 'attributes');
  return [
    ...(container === undefined ? [] : readContainer(container, joinPath(path, 'attributes'))),
    ...(entriesOf(value) ?? []).flatMap(([key, item]) => readFlatKey(key, item, joinPath(path, key)) ?? []),
    ...STRAY_CONTAINERS.flatMap((name) => {
      const held = field(value, name);
      // A namespace of the right name outside `attributes` is still in no namespace.
      const namespace = name === 'custom' ? null : name;
      return held === undefined
        ? []
        : readNamespace(held, namespace, joinPath(path, name), false).map((item) => ({
            ...item,
            role: 'option' as const,
          }));
    }),
  ];
}

/** Whether an object of the envelope has a container for attributes in the form that the backend reads or writes. */
export const hasContainer = (layer: Layer): boolean => entriesOf(field(layer.value, 'attributes')) !== null;

/** The plain values at the top of an object: options beside the attributes. */
export function optionsIn(layer: Layer): readonly { key: string; value: Snapshot; path: string }[] {
  return (entriesOf(layer.value) ?? []).flatMap(([key, value]) => {
    const plain = value === null || typeof value !== 'object' || markOf(value) !== null;
    return plain ? [{ key, value, path: joinPath(layer.path, key) }] : [];
  });
}
