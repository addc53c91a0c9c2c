import { parseJson } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, isRecord, itemsOf } from '../capture/walk.ts';
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
  return parsed !== undefined && isRecord(parsed) ? parsed : null;
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
    const flat = readFlatKey(key, value, path);
    if (flat) return [flat];
    const inner = joinPath(path, key);
    const holdsKeys = isRecord(value) || objectInText(value) !== null;
    return holdsKeys ? readNamespace(value, key, inner, encoded) : [found(key, value, inner, null, encoded)];
  });
}

/** The backend's own spelling, in which namespace and key are one name: `conversation:attributes:custom:<key>`. */
function readFlatKey(name: string, value: Snapshot, parent: string): FoundAttribute | null {
  const match = FLAT_KEY.exec(name);
  if (!match) return null;
  const [, namespace = '', key = ''] = match;
  return found(key, value, joinPath(parent, name), namespace, false);
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
  const all = container === undefined ? [] : [...readContainer(container, joinPath(path, 'attributes'))];
  for (const [key, item] of entriesOf(value) ?? []) {
    const flat = readFlatKey(key, item, path);
    if (flat) all.push(flat);
  }
  for (const name of STRAY_CONTAINERS) {
    const held = field(value, name);
    if (held === undefined) continue;
    // A namespace of the right name outside `attributes` is still in no namespace.
    const namespace = name === 'custom' ? null : name;
    for (const item of readNamespace(held, namespace, joinPath(path, name), false))
      all.push({ ...item, role: 'option' });
  }
  return all;
}

/** Whether an object of the envelope has a container for attributes in the form that the backend reads or writes. */
export const hasContainer = (layer: Layer): boolean => isRecord(field(layer.value, 'attributes'));

/** The plain values at the top of an object: options beside the attributes. */
export function optionsIn(layer: Layer): readonly { key: string; value: Snapshot; path: string }[] {
  return (entriesOf(layer.value) ?? []).flatMap(([key, value]) => {
    const plain = !isRecord(value) && itemsOf(value) === null;
    return plain ? [{ key, value, path: joinPath(layer.path, key) }] : [];
  });
}
