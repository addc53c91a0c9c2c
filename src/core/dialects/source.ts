/** Where a rule is known from; the doubt is shown with what it says. */
export type RuleSource =
  | 'vendor'
  | 'observed'
  | 'third-party'
  | 'forum'
  | 'mapping'
  | 'format'
  /** Deduced from what is documented: nobody has seen or told it. */
  | 'inferred';

/** Something that is said of a product, as a sentence, and where it is known from. */
export interface Statement {
  readonly text: string;
  readonly source: RuleSource;
}
