import { list } from './natives.ts';
import { guard } from './outbox.ts';

const looks = list<() => void>();

/** Has something looked at again whenever {@link lookAgain} is called. */
export function onLook(tap: string, look: () => void): void {
  looks[looks.length] = () => guard(tap, look);
}

/** Looks again at what the page may have changed: globals that came, hooks that went. */
export function lookAgain(): void {
  for (let i = 0; i < looks.length; i++) looks[i]?.();
}
