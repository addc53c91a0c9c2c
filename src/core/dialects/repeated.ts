import type { FrameEvent } from '../capture/event.ts';
import type { Reading } from './dialect.ts';

type Reader = (event: FrameEvent) => Reading | null;

/** A frame that was read: its text on both sides of its number. */
interface Known {
  readonly before: string;
  readonly after: string;
  readonly reading: Reading | null;
  /** When it was met last. */
  used: number;
}

/** Clients alternate between a few notices: typing begins, typing ends. */
const MOST_KNOWN = 4;
/** Longer frames are messages, and no two of them are the same. */
const MAX_LENGTH = 2048;
const NUMBER = /^[\w+/=-]*$/;

/**
 * A reader of frames to which the number of a frame means nothing. A client sends the same notice over and over, and gives
 * it a new number each time: what differs from a frame that was read in nothing else reads the same, and is not
 * decoded again.
 * @param number the property at the root of a frame that holds its number
 * @param read reads a frame by its text alone, without the number
 */
export function readRepeated(number: string, read: Reader): Reader {
  const name = `"${number}":"`;
  const known: Known[] = [];
  let clock = 0;
  return (event) => {
    const around = event.body.type === 'text' && !event.body.cut ? aroundNumber(event.body.text, name) : null;
    if (!around) return read(event);
    const [before, after] = around;
    const used = clock++;
    for (const one of known) {
      if (one.after !== after || one.before !== before) continue;
      one.used = used;
      return one.reading;
    }
    const reading = read(event);
    if (known.length === MOST_KNOWN) known.splice(longestUnused(known), 1);
    known.push({ before, after, reading, used });
    return reading;
  };
}

function longestUnused(known: readonly Known[]): number {
  let longest = 0;
  for (const [at, { used }] of known.entries()) if (used < (known[longest]?.used ?? 0)) longest = at;
  return longest;
}

/**
 * The text of a frame on both sides of its number; all of it is before the number where there is none.
 * @returns `null` where it cannot be told from the text that this is the number of the whole frame
 */
function aroundNumber(text: string, name: string): readonly [before: string, after: string] | null {
  // Without escapes, every quote begins or ends a string.
  if (text.length > MAX_LENGTH || text.includes('\\')) return null;
  const at = text.indexOf(name);
  if (at === -1) return [text, ''];
  const begin = at + name.length;
  const end = text.indexOf('"', begin);
  if (end === -1 || !NUMBER.test(text.slice(begin, end))) return null;
  // In front of all inner objects, or behind them, what stands there is at the root.
  const isAtRoot = text.indexOf('{', 1) > at || text.indexOf('}', end) === text.length - 1;
  return isAtRoot ? [text.slice(0, begin), text.slice(end)] : null;
}
