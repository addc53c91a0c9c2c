import { formatSnapshot, joinPath, propertyName } from '../../core/capture/display.ts';
import type { Snapshot } from '../../core/capture/snapshot.ts';
import { entriesOf, itemsOf, markOf } from '../../core/capture/walk.ts';

/** Something that should be in the payload and is not, shown where it belongs. */
export interface Gap {
  /** The attribute. */
  readonly id: string;
  readonly steps: readonly string[];
}

/** One line of a payload. */
export type Line = {
  readonly depth: number;
  /** In the notation of sightings. */
  readonly path: string;
  /** As it is written before the value: a property name; nothing in an array and at the root. */
  readonly label: string | null;
} & (
  | { readonly kind: 'leaf'; readonly value: Snapshot }
  | { readonly kind: 'open'; readonly text: string; readonly folded: string | null }
  | { readonly kind: 'close'; readonly text: string }
  /** An attribute that is not here. */
  | { readonly kind: 'gap'; readonly id: string }
  /** Items that were not kept. */
  | { readonly kind: 'more'; readonly count: number }
);

interface Options {
  /** Paths of the containers that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
  /** No more lines than this. */
  readonly limit: number;
}

/** The lines of a value. A container's own line opens it; what stands in it follows, unless it is folded. */
export function linesOf(value: Snapshot, options: Options): readonly Line[] {
  const lines: Line[] = [];
  addValue(lines, value, { depth: 0, path: '', label: null, steps: [] }, options);
  return lines;
}

/**
 * The lines of a call's arguments. Paths start at the first argument; in any other they begin with its number: `[2].id`.
 */
export function linesOfArguments(args: readonly Snapshot[], options: Options): readonly Line[] {
  if (args.length === 1 && args[0] !== undefined) return linesOf(args[0], options);
  const lines: Line[] = [];
  for (const [index, arg] of args.entries()) {
    const at = { depth: 1, path: index === 0 ? '' : `[${index}]`, label: null, steps: [] };
    addValue(lines, arg, at, index === 0 ? options : { ...options, gaps: [] });
  }
  return lines;
}

interface Place {
  readonly depth: number;
  readonly path: string;
  readonly label: string | null;
  readonly steps: readonly string[];
}

function addValue(lines: Line[], value: Snapshot, place: Place, options: Options): void {
  if (lines.length >= options.limit) return;
  const { depth, path, label, steps } = place;
  const entries = entriesOf(value);
  const items = entries === null ? itemsOf(value) : null;
  const gaps = entries === null ? [] : gapsIn(entries, steps, options.gaps);
  const size = (entries ?? items)?.length ?? 0;
  if ((entries === null && items === null) || (size === 0 && gaps.length === 0)) {
    lines.push({ kind: 'leaf', depth, path, label, value });
    return;
  }
  const [open, close] = entries === null ? ['[', ']'] : [`${className(value)}{`, '}'];
  const folded = options.folded.has(path);
  lines.push({
    kind: 'open',
    depth,
    path,
    label,
    text: open,
    folded: folded ? formatSnapshot(value, 80) : null,
  });
  if (folded) return;
  for (const [key, item] of entries ?? []) {
    const at = {
      depth: depth + 1,
      path: joinPath(path, key),
      label: propertyName(key),
      steps: [...steps, key],
    };
    addValue(lines, item, at, options);
  }
  for (const [index, item] of (items ?? []).entries()) {
    const at = { depth: depth + 1, path: `${path}[${index}]`, label: null, steps: [...steps, String(index)] };
    addValue(lines, item, at, options);
  }
  for (const { id, steps: wanted } of gaps) {
    const name = wanted.slice(steps.length).reduce(joinPath, '');
    lines.push({ kind: 'gap', depth: depth + 1, path: wanted.reduce(joinPath, ''), label: name, id });
  }
  const more = moreOf(value);
  if (more > 0) lines.push({ kind: 'more', depth: depth + 1, path, label: null, count: more });
  lines.push({ kind: 'close', depth, path, label: null, text: close });
}

/** The gaps that show in this object: it is on their way, and the next step is not in it or leads nowhere. */
function gapsIn(
  entries: readonly (readonly [string, Snapshot])[],
  steps: readonly string[],
  gaps: readonly Gap[],
): readonly Gap[] {
  return gaps.filter((gap) => {
    if (!steps.every((step, at) => gap.steps[at] === step)) return false;
    const step = gap.steps[steps.length];
    if (step === undefined) return false;
    const [, next] = entries.find(([key]) => key === step) ?? [];
    return next === undefined || (entriesOf(next) === null && steps.length + 1 < gap.steps.length);
  });
}

function className(value: Snapshot): string {
  const mark = markOf(value);
  return mark?.$mark === 'object' && mark.name !== '' && mark.name !== 'Object' ? `${mark.name} ` : '';
}

function moreOf(value: Snapshot): number {
  const mark = markOf(value);
  return mark?.$mark === 'object' || mark?.$mark === 'array' ? mark.more : 0;
}
