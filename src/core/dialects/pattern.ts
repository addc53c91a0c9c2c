/** The source of a regular expression for a text as it is. */
export const literalPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * The source of a regular expression for addresses. `*` stands for any characters within a segment of the path, at the
 * beginning and at the end of a pattern for any at all; a query or a fragment does not count. Stars in between are kept
 * to a segment so that no address of a page can make the match slow.
 * @param patterns such as `https://chat.example.com/sessions/*`; none match nothing
 */
export const urlPattern = (patterns: readonly string[]): string =>
  patterns.length === 0 ? '(?!)' : `^(?:${patterns.map(sourceOf).join('|')})(?:[?#]|$)`;

function sourceOf(pattern: string): string {
  const texts = pattern.split(/\*+/).map(literalPattern);
  return texts.reduce((source, text, at) => {
    const outermost = (at === 1 && texts[0] === '') || (at === texts.length - 1 && text === '');
    return `${source}${outermost ? '[^?#]*' : '[^/?#]*'}${text}`;
  });
}
