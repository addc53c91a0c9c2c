import './menu.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface MenuProps {
  readonly label: string;
  readonly onClose: () => void;
}

/**
 * A list of commands below the button that opened it, which is its sibling. Arrow keys move in it; Escape and a click
 * elsewhere close it.
 */
export function Menu({ label, onClose, children }: MenuProps & { readonly children: ComponentChildren }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const close = (event: Event): void => {
      const around = list.current?.parentElement;
      if (!(event.target instanceof Node && around?.contains(event.target))) onClose();
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      list.current?.parentElement?.querySelector('button')?.focus();
      onClose();
    } else if (event.key === 'ArrowDown') move(list.current, 1);
    else if (event.key === 'ArrowUp') move(list.current, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu-list" role="menu" aria-label={label} ref={list} onClick={onClose} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function move(root: HTMLElement | null, step: number): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.findIndex((item) => item.matches(':focus'));
  items[(at + step + items.length) % items.length]?.focus();
}
