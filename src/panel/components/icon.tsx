const PATHS = {
  pass: 'M4.7 8.3l2.2 2.2 4.4-4.9',
  fail: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  pending: 'M8 4.6V8l2.2 1.5',
  unknown: 'M6.2 6.3a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.6-.8 1.1v.2M8 11.4v.1',
  idle: 'M5.2 8h5.6',
  warning: 'M8 2.4 14.2 13.2H1.8ZM8 6.6v3M8 11.4v.1',
  info: 'M8 7.4v3.4M8 5.1v.1',
  clear: 'M3.5 3.5l9 9M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6l7.6-4.8Z',
  preserve: 'M8 2v7.2M5 6.6l3 3 3-3M2.8 10.8v2.4h10.4v-2.4',
  search: 'M7 2.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8M10.3 10.3l3.4 3.4',
  import: 'M8 2v7.6M5 6.8l3 3 3-3M2.8 9.8v3.6h10.4V9.8',
  undo: 'M5.6 3 2.8 5.8l2.8 2.8M3 5.8h6.4a3.6 3.6 0 0 1 0 7.2H6',
  redo: 'M10.4 3l2.8 2.8-2.8 2.8M13 5.8H6.6a3.6 3.6 0 0 0 0 7.2H10',
  plus: 'M8 3v10M3 8h10',
  remove: 'M3 4.4h10M6.4 4.2V2.6h3.2v1.6M4.4 4.6l.6 8.8h6l.6-8.8',
  edit: 'M10.6 3 13 5.4 5.6 12.8l-3 .6.6-3Z',
  copy: 'M5.6 5.6h7.8v7.8H5.6ZM10.4 5.4V2.6H2.6v7.8h2.8',
  check: 'M3 8.6 6.4 12 13 4.6',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 3.8 10.2 8 6 12.2',
  more: 'M3.4 8h.1M8 8h.1M12.6 8h.1',
  out: 'M8 13V3.4M4.4 7 8 3.4 11.6 7',
  in: 'M8 3v9.6M4.4 9 8 12.6 11.6 9',
  none: 'M7.9 8h.2',
  plug: 'M6 2.4v3.2M10 2.4v3.2M4.2 5.6h7.6v2a3.8 3.8 0 0 1-7.6 0ZM8 11.4v2.4',
  eye: 'M1.6 8C4.4 3 11.6 3 14.4 8C11.6 13 4.4 13 1.6 8M8 6.2a1.8 1.8 0 1 1 0 3.6A1.8 1.8 0 0 1 8 6.2',
  file: 'M4 2h5l3 3v9H4ZM9 2v3h3',
  target: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8',
} as const;

export type IconName = keyof typeof PATHS;

const DISCS: ReadonlySet<IconName> = new Set(['pass', 'fail', 'pending', 'unknown', 'idle', 'info']);

interface Props {
  readonly name: IconName;
  readonly class?: string;
}

/** A line icon. It says nothing by itself: a word stands beside it, or a label on the button around it. */
export function Icon({ name, class: extra = '' }: Props) {
  return (
    <svg class={`icon icon-${name} ${extra}`} viewBox="0 0 16 16" aria-hidden="true">
      {DISCS.has(name) && <circle class="icon-disc" cx="8" cy="8" r="6.2" />}
      <path d={PATHS[name]} />
    </svg>
  );
}
