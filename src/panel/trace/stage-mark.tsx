import type { CellState } from '../../core/checks/finding.ts';

const GLYPHS: Readonly<Record<CellState | 'lost', string>> = {
  seen: '',
  changed: 'M4.6 6.6h6.8M4.6 9.4h6.8M9.6 4.4 6.4 11.6',
  misplaced: 'M8 4.2 11.8 8 8 11.8 4.2 8Z',
  late: 'M8 4.8V8l2 1.4',
  absent: '',
  pending: '',
  unknown: 'M6.6 6.6a1.5 1.5 0 1 1 2 1.5c-.4.2-.6.4-.6.8M8 10.9v.1',
  lost: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
};

/** The value is there: a full knot. It is lost: the largest. */
const RADII: Partial<Record<CellState | 'lost', number>> = { seen: 4, lost: 6.4 };
const RADIUS = 5.2;

/** The knot on an attribute's thread that stands for one stage. */
export function StageMark({ state }: { readonly state: CellState | 'lost' }) {
  return (
    <svg class={`knot knot-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle class="knot-disc" cx="8" cy="8" r={RADII[state] ?? RADIUS} />
      {GLYPHS[state] !== '' && <path d={GLYPHS[state]} />}
    </svg>
  );
}
