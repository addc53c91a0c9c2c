import type { FrameEvent } from '../capture/event.ts';
import type { ReadingContext } from './dialect.ts';

/**
 * How frames look, as text, from which a dialect would read nothing that is not known already. Chat sockets carry them
 * by the thousand, and to decode them is most of what reading a capture takes.
 */
export interface QuietFrames {
  /** Matches the text of every frame from which anything but the id of its conversation could be read. */
  readonly telling: RegExp;
  /** Where the dialect reads that id, if at all: after which name, and what an id makes of what follows that name. */
  readonly id?: { readonly name: string; readonly followedBy: (id: string) => string };
}

/**
 * Whether a frame on a socket of its own conversation can be passed over: decoded, it could say nothing but that it
 * belongs to that conversation. Where it cannot be told from the text, the answer is no.
 */
export function isQuiet(
  { body }: FrameEvent,
  { ours, conversationId }: ReadingContext,
  { telling, id }: QuietFrames,
): boolean {
  if (!ours || body.type !== 'text' || telling.test(body.text)) return false;
  // With escapes a text can say anything.
  if (body.text.includes('\\u')) return false;
  return !id || namesOnly(body.text, id.name, conversationId, id.followedBy);
}

/** Whether a name is followed by the known id wherever it stands. */
function namesOnly(
  text: string,
  name: string,
  known: string | undefined,
  followedBy: (id: string) => string,
): boolean {
  let at = text.indexOf(name);
  if (at === -1) return true;
  if (known === undefined || /["\\]/.test(known)) return false;
  const expected = followedBy(known);
  for (; at !== -1; at = text.indexOf(name, at + name.length))
    if (!text.startsWith(expected, at + name.length)) return false;
  return true;
}
