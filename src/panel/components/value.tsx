import { formatSnapshot } from '../../core/capture/display.ts';
import type { Snapshot } from '../../core/capture/snapshot.ts';
import { markOf } from '../../core/capture/walk.ts';

/** How a value looks: its JSON type, or that it is a mark. */
function kindOfValue(value: Snapshot): string {
  if (value === null) return 'null';
  if (value === '') return 'empty';
  if (markOf(value) !== null) return 'mark';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

interface Props {
  readonly value: Snapshot;
  readonly limit?: number;
}

/** A value in one line of JavaScript notation. `""`, `null` and what is no JSON each look different. */
export function Value({ value, limit = 200 }: Props) {
  return (
    <span class={`value value-${kindOfValue(value)}`} title={formatSnapshot(value, 2000)}>
      {formatSnapshot(value, limit)}
    </span>
  );
}
