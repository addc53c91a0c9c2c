import { uncurry } from './natives.ts';

type Listener = (event: Event) => void;

const add: (target: EventTarget, type: string, listener: Listener, capture: boolean) => void = uncurry(
  EventTarget.prototype.addEventListener,
);

/** Listens in the capturing phase. Does nothing when this listener is there already. */
export const listen = (target: EventTarget, type: string, listener: Listener): void =>
  add(target, type, listener, true);
