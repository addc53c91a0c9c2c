import { useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** `vertical`: the line stands, and moves left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Share of the part before the line, in percent. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const LEAST = 15;
const STEP = 4;

/** The line between two parts, moved with the pointer or with the arrow keys. */
export function Splitter({ label, orientation, value, onChange }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const set = (share: number): void => onChange(Math.round(Math.min(100 - LEAST, Math.max(LEAST, share))));

  const onPointerMove = (event: PointerEvent): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (box === undefined || !line.current?.hasPointerCapture(event.pointerId)) return;
    set(
      orientation === 'vertical'
        ? ((event.clientX - box.left) / box.width) * 100
        : ((event.clientY - box.top) / box.height) * 100,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const less = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
    const more = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
    if (event.key !== less && event.key !== more) return;
    event.preventDefault();
    set(value + (event.key === more ? STEP : -STEP));
  };

  return (
    <div
      class={`splitter splitter-${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={LEAST}
      aria-valuemax={100 - LEAST}
      ref={line}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
