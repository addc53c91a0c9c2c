import { uncurry } from './natives.ts';

type Listener = (event: Event) => void;
type Change = (target: EventTarget, type: string, listener: Listener, capture: boolean) => void;

const add: Change = uncurry(EventTarget.prototype.addEventListener);
const remove: Change = uncurry(EventTarget.prototype.removeEventListener);

/** Listens in the capturing phase. Does nothing when this listener is there already. */
export const listen = (target: EventTarget, type: string, listener: Listener): void =>
  add(target, type, listener, true);

export const unlisten = (target: EventTarget, type: string, listener: Listener): void =>
  remove(target, type, listener, true);
