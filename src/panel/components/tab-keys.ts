import type { TargetedKeyboardEvent } from 'preact';

/** The arrow keys of a list of tabs: the tab they lead to is chosen at once. */
export function onTabKeys(event: TargetedKeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.findIndex((tab) => tab.matches(':focus'));
  const target = tabs[stepTo(event.key, at, tabs.length) ?? -1];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
  target.click();
}

function stepTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
