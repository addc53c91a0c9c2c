/** What both products of this vendor have in common. */

/** What decides, beyond what a browser can see, whether a participant attribute is read. */
export const GENESYS_BEYOND_SIGHT =
  'division permissions, the logic of Architect flows, the results of Data Actions, and what an agent sees';
