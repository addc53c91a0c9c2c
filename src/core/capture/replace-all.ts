/** Letters by which a text is looked up; a shorter one is never found. */
export const HEAD = 4;

/** Two neighbouring letters, as a place in a table that tells most places of a text apart from a beginning. */
const TABLE = 1 << 16;

function placeOf(first: number, second: number): number {
  return (first * 31 + second) % TABLE;
}

/**
 * A function that replaces each of many texts, wherever one occurs, by what belongs to it; where several begin at the
 * same letter, the longest. One pass, however many and however long they are: an expression made of megabytes of them
 * is refused by the engine.
 * @param telling so many first letters of a longer text are replaced as well, with all of it that follows them
 */
export function replacerOf(
  replacements: ReadonlyMap<string, string>,
  telling = Number.POSITIVE_INFINITY,
): (text: string) => string {
  const wanted = [...replacements.keys()].filter((text) => text.length >= HEAD);
  if (wanted.length === 0) return (text) => text;
  const beginnings = new Uint8Array(TABLE);
  for (const text of wanted) beginnings[placeOf(text.charCodeAt(0), text.charCodeAt(1))] = 1;
  const lengths = lengthsByHead(wanted);
  const longer = new Map(
    wanted.filter((text) => text.length > telling).map((text) => [text.slice(0, telling), text]),
  );

  const findAt = (text: string, at: number): { readonly by: string; readonly length: number } | null => {
    for (const length of lengths.get(text.slice(at, at + HEAD)) ?? []) {
      const by = replacements.get(text.slice(at, at + length));
      // A slice at the end of the text may be a shorter text that is wanted too: its own length comes later.
      if (by !== undefined && at + length <= text.length) return { by, length };
    }
    const cut = longer.size === 0 ? undefined : longer.get(text.slice(at, at + telling));
    return cut === undefined
      ? null
      : { by: replacements.get(cut) ?? '', length: commonLength(cut, text, at) };
  };

  return (text) => {
    let replaced = '';
    let done = 0;
    let next = text.charCodeAt(0);
    for (let at = 0; at + HEAD <= text.length; at++) {
      const letter = next;
      next = text.charCodeAt(at + 1);
      if (at < done || beginnings[placeOf(letter, next)] === 0) continue;
      const found = findAt(text, at);
      if (!found) continue;
      replaced += text.slice(done, at) + found.by;
      done = at + found.length;
    }
    return done === 0 ? text : replaced + text.slice(done);
  };
}

/** The lengths of the texts that begin with the same letters, longest first. */
function lengthsByHead(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const text of texts) {
    const head = text.slice(0, HEAD);
    lengths.set(head, (lengths.get(head) ?? new Set()).add(text.length));
  }
  return new Map([...lengths].map(([head, set]) => [head, [...set].sort((a, b) => b - a)]));
}

/** How many first letters of `wanted` stand in `text` from `at` on. */
function commonLength(wanted: string, text: string, at: number): number {
  let length = 0;
  while (length < wanted.length && wanted[length] === text[at + length]) length++;
  return length;
}
