import type { Json } from '../capture/snapshot.ts';
import type { Fault } from './file-error.ts';
import { formatPath, type Path } from './path.ts';
import { explainSyntax } from './syntax.ts';
import { parseTree, type TreeNode } from './tree.ts';

/** A JSON text, its value, and where in the text each part of the value stands. */
export interface JsonFile {
  readonly value: Json;
  /** Offset of the part at `path`, or of the nearest part around it that is there. */
  offsetOf(path: Path): number;
  /** Offset of the name of the property at `path`. */
  offsetOfName(path: Path): number;
  /** The faults of properties that stand twice in one object: `JSON.parse` would take the last without a word. */
  duplicates(): Iterable<Fault>;
}

/**
 * Reads strict JSON: no comments, no trailing commas.
 * @returns the first fault when it is none. Only the first: what follows a syntax error is guesswork.
 */
export function readJson(text: string): JsonFile | Fault {
  const root = parseTree(text);
  if ('code' in root) {
    const { offset, message } = explainSyntax(text, root);
    return { offset, path: '', rule: root.code === 'depth' ? 'depth' : 'json', message };
  }
  const value: Json = JSON.parse(text);
  return {
    value,
    offsetOf: (path) => placeOf(root, path).value,
    offsetOfName: (path) => placeOf(root, path).name,
    duplicates: () => duplicatesIn(root),
  };
}

/**
 * Follows the path as far as it goes; of a property that stands twice, the last, as `JSON.parse` does.
 * @returns the offset of the value there, and of its name where it has one
 */
function placeOf(root: TreeNode, path: Path): { value: number; name: number } {
  let node = root;
  let name = root.offset;
  for (const part of path) {
    const property = node.properties.findLast((candidate) => candidate.name === part);
    const next = typeof part === 'number' ? node.items[part] : property?.value;
    if (!next) break;
    node = next;
    name = property?.offset ?? next.offset;
  }
  return { value: node.offset, name };
}

function* duplicatesIn(node: TreeNode, path: Path = []): Generator<Fault> {
  for (const [index, item] of node.items.entries()) yield* duplicatesIn(item, [...path, index]);
  const names = new Set<string>();
  for (const { name, offset, value } of node.properties) {
    const at = [...path, name];
    if (names.has(name)) {
      const message = `${JSON.stringify(name)} stands twice in the same object, and only the last would count: remove one.`;
      yield { offset, path: formatPath(at), rule: 'duplicate-property', message };
    }
    names.add(name);
    yield* duplicatesIn(value, at);
  }
}
