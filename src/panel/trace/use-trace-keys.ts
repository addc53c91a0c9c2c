import type { RefObject } from 'preact';
import { copyText } from '../components/copy.ts';
import { useActions } from '../store/context.ts';

/** The keys of the trace: arrows and j/k move, Enter and left/right open and close, c copies. */
export function useTraceKeys(table: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const { openRow } = useActions();

  return (event) => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('.trace-row') ?? [])];
    const at = rows.findIndex((row) => row.matches(':focus'));
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = row.getAttribute('aria-expanded') === 'true';
    const name = row.dataset.row ?? '';
    switch (event.key) {
      case 'ArrowDown':
      case 'j':
        rows[at + 1]?.focus();
        break;
      case 'ArrowUp':
      case 'k':
        rows[at - 1]?.focus();
        break;
      case 'Home':
        rows[0]?.focus();
        break;
      case 'End':
        rows.at(-1)?.focus();
        break;
      case 'Enter':
      case ' ':
        openRow(name, !open);
        break;
      case 'ArrowRight':
        openRow(name, true);
        break;
      case 'ArrowLeft':
        openRow(name, false);
        break;
      case 'c':
        void copyText(copyOf(row));
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}

/** The code that mends the row, or else the value it shows. */
function copyOf(row: HTMLElement): string {
  const code = row.parentElement?.querySelector('[data-code]');
  return (code ?? row.querySelector('.value'))?.textContent ?? '';
}
