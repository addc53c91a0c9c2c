import { createScanner, type Node, type ParseError, parseTree, visit } from 'jsonc-parser';
import type { Json } from '../capture/snapshot.ts';
import type { Fault } from './file-error.ts';
import { formatPath, type Path } from './path.ts';
import { explainSyntax } from './syntax.ts';

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

/** Deeper than any file of ours; keeps the recursive readers of the tree on their stack. */
const MAX_DEPTH = 200;

/**
 * Reads strict JSON: no comments, no trailing commas.
 * @returns the first fault when it is none. Only the first: what follows a syntax error is guesswork.
 */
export function readJson(text: string): JsonFile | Fault {
  const deep = firstTooDeep(text);
  if (deep !== null) {
    const message = `The file is nested more than ${MAX_DEPTH} levels deep: take levels out.`;
    return { offset: deep, path: '', rule: 'depth', message };
  }
  const value = parse(text);
  const root = value === undefined ? undefined : parseTree(text);
  if (value === undefined || !root) {
    const { offset, message } = explainSyntax(text, firstError(text));
    return { offset, path: '', rule: 'json', message };
  }
  return {
    value,
    offsetOf: (path) => nodeAt(root, path).offset,
    offsetOfName: (path) => {
      const node = nodeAt(root, path);
      return node.parent?.type === 'property' ? node.parent.offset : node.offset;
    },
    duplicates: () => duplicatesIn(root),
  };
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Visits without building a tree: a file that was cut off may be large. */
function firstError(text: string): ParseError | undefined {
  let first: ParseError | undefined;
  const onError = (error: ParseError['error'], offset: number, length: number): void => {
    first ??= { error, offset, length };
  };
  visit(text, { onError }, { disallowComments: true });
  return first;
}

/**
 * Counted on tokens before parsing, since the parser itself recurses. A bracket that closes nothing is passed over,
 * so the count is never below the parser's own depth, however broken the text.
 */
function firstTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const token = text[offset];
    if (token === undefined) return null;
    if (token === '[' || token === '{') {
      open.push(token === '[' ? ']' : '}');
      if (open.length > MAX_DEPTH) return offset;
    } else if (token === open.at(-1)) {
      open.pop();
    }
  }
}

/** Follows the path as far as it goes; of a property that stands twice, the last, as `JSON.parse` does. */
function nodeAt(root: Node, path: Path): Node {
  let node = root;
  for (const part of path) {
    const next =
      typeof part === 'number'
        ? node.children?.[part]
        : node.children?.findLast((property) => property.children?.[0]?.value === part)?.children?.[1];
    if (!next) return node;
    node = next;
  }
  return node;
}

function* duplicatesIn(node: Node, path: Path = []): Generator<Fault> {
  if (node.type === 'array') {
    for (const [i, item] of (node.children ?? []).entries()) yield* duplicatesIn(item, [...path, i]);
  }
  if (node.type !== 'object') return;
  const names = new Set<string>();
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const name = String(nameNode.value);
    const at = [...path, name];
    if (names.has(name)) {
      const message = `${JSON.stringify(name)} stands twice in the same object, and only the last would count: remove one.`;
      yield { offset: nameNode.offset, path: formatPath(at), rule: 'duplicate-property', message };
    }
    names.add(name);
    yield* duplicatesIn(valueNode, at);
  }
}
