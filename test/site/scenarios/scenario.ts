import type { Verdict } from '../../../src/core/checks/finding.ts';

/** One way in which a page can start a chat, and what the checks must say about it. */
export interface Scenario {
  /** Stable: other tools rely on it. `<dialect>/<what is wrong>`; those of the demo's own protocol have no dialect in it. */
  readonly id: string;
  /** Id of the dialect that it speaks. */
  readonly dialect: string;
  /** The mapping that it should match: a file of this folder's parent, and of the page. */
  readonly mapping: string;
  readonly group:
    | 'Right'
    | 'Wrong name'
    | 'Wrong place'
    | 'Wrong value'
    | 'Lost on the way'
    | 'Too late'
    | 'Page and frame';
  readonly title: string;
  /** One sentence: what goes wrong. */
  readonly summary: string;
  /** Of the whole run, that is of all its conversations together. */
  readonly expected: { readonly findings: readonly string[]; readonly verdict: Verdict };
}

/** A scenario in the list of its own dialect. */
export type OfDialect = Omit<Scenario, 'dialect' | 'mapping'>;

export const passes: Scenario['expected'] = { findings: [], verdict: 'pass' };

/** Nothing is wrong, and nothing that can be seen from the page proves that it arrived. */
export const staysUnknown: Scenario['expected'] = { findings: [], verdict: 'unknown' };

export const failsWith = (finding: string): Scenario['expected'] => ({
  findings: [finding],
  verdict: 'fail',
});
