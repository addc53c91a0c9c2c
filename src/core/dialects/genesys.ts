import type { Statement } from './source.ts';

/** What both products of this vendor have in common. */

/** What decides, beyond what a browser can see, whether a participant attribute is read. */
export const GENESYS_BEYOND_SIGHT =
  'division permissions, the logic of Architect flows, the results of Data Actions, and what an agent sees';

/** What becomes of a key that nobody has asked for. */
export const GENESYS_UNKNOWN_KEYS: Statement = {
  text: 'Any key is stored, with the prefix "context."; what no flow asks for by its exact name, nobody reads.',
  source: 'third-party',
};
