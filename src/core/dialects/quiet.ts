import { hasEscapes } from '../capture/decode.ts';
import type { FrameEvent } from '../capture/event.ts';
import type { ReadingContext } from './dialect.ts';
import { literalPattern } from './pattern.ts';

/**
 * How frames look, as text, from which a dialect would read nothing that is not known already. Chat sockets carry them
 * by the thousand, and to decode them is most of what reading a capture takes.
 */
interface QuietFrames {
  /** Matches the text of every frame from which anything but the id of its conversation could be read. */
  readonly telling: RegExp;
  /** Where the dialect reads that id, if at all: after which name, and what an id makes of what follows that name. */
  readonly id?: { readonly name: string; readonly followedBy: (id: string) => string };
}

/** Longer ids are none that a backend gives, and nothing to make patterns of. */
const MAX_ID = 200;

/**
 * Tells whether a frame on a socket of its own conversation can be passed over: decoded, it could say nothing but that it
 * belongs to that conversation. Where it cannot be told from the text, the answer is no.
 */
export function quietFrames({
  telling,
  id,
}: QuietFrames): (event: FrameEvent, context: ReadingContext) => boolean {
  let known: string | undefined;
  let tells = id ? or(telling, literalPattern(id.name)) : telling;
  return ({ body }, { ours, conversationId }) => {
    if (!ours || body.type !== 'text' || hasEscapes(body.text)) return false;
    if (id && conversationId !== known) {
      known = conversationId;
      // One pattern for everything that may tell: each search goes through the whole text.
      tells = or(
        telling,
        literalPattern(id.name) + (isPlain(known) ? `(?!${literalPattern(id.followedBy(known))})` : ''),
      );
    }
    return !tells.test(body.text);
  };
}

const or = (pattern: RegExp, source: string): RegExp => new RegExp(`${pattern.source}|${source}`);

/** Whether an id stands in JSON as it is. */
const isPlain = (id: string | undefined): id is string =>
  id !== undefined && id.length <= MAX_ID && !/["\\]/.test(id);
