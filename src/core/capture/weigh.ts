import type { DocumentEvent } from './event.ts';

/** For an object, a number, a name. */
const PIECE = 16;

/** What an event takes, roughly, in UTF-16 code units: all its strings, and something for each of its pieces. */
export function weigh(event: DocumentEvent): number {
  // Nearly all of them, so without the walk.
  if (event.kind === 'frame' && event.body.type === 'text') return 8 * PIECE + event.body.text.length;
  return weighValue(event);
}

function weighValue(value: unknown): number {
  if (typeof value === 'string') return PIECE + value.length;
  if (typeof value !== 'object' || value === null) return PIECE;
  let weight = PIECE;
  for (const [key, item] of Object.entries(value)) weight += key.length + weighValue(item);
  return weight;
}
