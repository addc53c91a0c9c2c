const { timeOrigin } = performance;
const sinceOrigin = performance.now.bind(performance);

/** Milliseconds since the Unix epoch, with fractions; never runs backwards within a document. */
export const now = (): number => timeOrigin + sinceOrigin();
