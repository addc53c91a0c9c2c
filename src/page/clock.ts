import { apply } from './natives.ts';

const { performance } = globalThis;
const { timeOrigin } = performance;
const { now: sinceOrigin } = performance;

/** Milliseconds since the Unix epoch, with fractions; never runs backwards within a document. */
export const now = (): number => timeOrigin + apply(sinceOrigin, performance, []);
