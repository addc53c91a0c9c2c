/** Milliseconds since the document began, with fractions; never runs backwards. The relay knows when that was. */
export const now = performance.now.bind(performance);
