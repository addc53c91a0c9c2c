import type { DialectDeclaration } from '../dialects/declaration.ts';

/** The namespace mapping: which attributes the backend reads, by key and namespace, and what each must look like. */
export interface Mapping {
  readonly version: 1;
  readonly name: string;
  /** Id of the dialect that the attributes belong to. */
  readonly dialect: string;
  /** What `dialect` is, where it is no built-in one. */
  readonly declaration?: DialectDeclaration;
  /** What a key that was sent without a row means. */
  readonly unmapped: 'fail' | 'warn' | 'ignore';
  readonly attributes: readonly MappingRow[];
}

export type ValueType = 'string' | 'number' | 'integer' | 'boolean';

export interface MappingRow {
  readonly key: string;
  readonly namespace: string;
  readonly label?: string;
  readonly required?: boolean;
  readonly type?: ValueType;
  /** ECMAScript regular expression (flag `u`), searched in the value unless anchored. */
  readonly pattern?: string;
  /** The only values allowed. */
  readonly enum?: readonly (string | number | boolean)[];
  /** In UTF-16 code units, as JavaScript counts. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Other names under which pages give this attribute by mistake. */
  readonly aliases?: readonly string[];
  /** The tenant's side: is this key mapped in the admin settings? Absent: not known. */
  readonly mapped?: boolean;
  /** The value is taken out of everything that leaves the panel. */
  readonly sensitive?: boolean;
  /** Where the backend's own language finds it: `conversation:attributes:custom:crm_customer_id`. */
  readonly target?: string;
  /** What the value must equal: a literal, or a plain property path read from the page. */
  readonly expected?: string | number | boolean | { readonly page: string };
  /** Overrides where the attribute rides, by stage, as a path in the payload. */
  readonly paths?: Readonly<Partial<Record<'call' | 'handshake' | 'sent' | 'echoed' | 'stored', string>>>;
}

/** What is wrong with a mapping file, where, and which rule says so. */
export interface MappingError {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `attributes[2].pattern`; `''` is the whole file. */
  readonly path: string;
  /** The broken rule, in a word: `json`, `required`, `type`, `enum`, `duplicate-key`, `pattern`, `version`, … */
  readonly rule: string;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
}

export type MappingResult =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly errors: readonly MappingError[] };
