/**
 * A strict JSON parser that knows where each part stands, and where and how a text stops being JSON. (The libraries for
 * this read comments and trailing commas too, format and edit: five kilobytes of a panel that has sixty.)
 */

/** A value and its place in the text, in UTF-16 code units. */
export interface TreeNode {
  readonly offset: number;
  readonly kind: 'object' | 'array' | 'scalar';
  /** Of an object, in the order of the text; a name that stands twice is there twice. */
  readonly properties: readonly TreeProperty[];
  /** Of an array. */
  readonly items: readonly TreeNode[];
}

export interface TreeProperty {
  readonly name: string;
  readonly offset: number;
  readonly value: TreeNode;
}

export type SyntaxCode =
  | 'symbol'
  | 'number'
  | 'name-expected'
  | 'value-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'brace-expected'
  | 'bracket-expected'
  | 'end-expected'
  | 'comment'
  | 'string-end'
  | 'escape'
  | 'control-character'
  | 'depth';

/** Where a text stops being JSON: the first thing that is wrong, and how long it is. */
export interface SyntaxFault {
  readonly code: SyntaxCode;
  readonly offset: number;
  readonly length: number;
}

/** Deeper than any file of ours; keeps this parser and the readers of its tree on their stack. */
export const MAX_DEPTH = 200;

const SPACE = /[ \t\r\n]*/y;
const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const LITERAL = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /-?[\w.+-]*/y;
const WORD = /[^\s,:{}[\]"]+/y;

class Fault extends Error {
  readonly fault: SyntaxFault;

  constructor(code: SyntaxCode, offset: number, length: number) {
    super(code);
    this.fault = { code, offset, length };
  }
}

/** @returns the tree of a JSON text, or its first fault */
export function parseTree(text: string): TreeNode | SyntaxFault {
  const reader = new Reader(text);
  try {
    const root = reader.value(0);
    reader.end();
    return root;
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): TreeNode {
    const offset = this.#skip();
    switch (this.#text[offset]) {
      case '{':
        return this.#object(offset, depth);
      case '[':
        return this.#array(offset, depth);
      case '"':
        this.#string();
        break;
      default:
        this.#scalar(offset);
    }
    return { offset, kind: 'scalar', properties: [], items: [] };
  }

  end(): void {
    if (this.#skip() < this.#text.length) this.#fail('end-expected', this.#found());
  }

  #object(offset: number, depth: number): TreeNode {
    this.#enter(offset, depth);
    const properties: TreeProperty[] = [];
    while (!this.#closes('}', properties.length, 'brace-expected')) {
      const at = this.#skip();
      if (this.#text[at] !== '"') this.#fail(this.#startsWord() ? 'symbol' : 'name-expected', this.#found());
      const name = this.#string();
      if (this.#text[this.#skip()] !== ':') this.#fail('colon-expected', this.#found());
      this.#at++;
      properties.push({ name, offset: at, value: this.value(depth + 1) });
    }
    return { offset, kind: 'object', properties, items: [] };
  }

  #array(offset: number, depth: number): TreeNode {
    this.#enter(offset, depth);
    const items: TreeNode[] = [];
    while (!this.#closes(']', items.length, 'bracket-expected')) items.push(this.value(depth + 1));
    return { offset, kind: 'array', properties: [], items };
  }

  #enter(offset: number, depth: number): void {
    if (depth >= MAX_DEPTH) this.#fail('depth', 1);
    this.#at = offset + 1;
  }

  /** Passes the bracket that closes, or the comma before the next item. */
  #closes(bracket: string, count: number, unclosed: SyntaxCode): boolean {
    const found = this.#text[this.#skip()];
    if (found === bracket) {
      this.#at++;
      return true;
    }
    if (found === undefined) this.#fail(unclosed, 0);
    if (count === 0) return false;
    if (found !== ',') this.#fail('comma-expected', this.#found());
    this.#at++;
    // A comma before the end of the file: what is missing is the bracket.
    if (this.#skip() >= this.#text.length) this.#fail(unclosed, 0);
    return false;
  }

  /** Passes a string, and gives what it says. */
  #string(): string {
    const start = this.#at;
    for (let at = start + 1; ; at++) {
      const character = this.#text[at];
      if (character === undefined || character === '\n' || character === '\r')
        this.#fail('string-end', at - start);
      if (character === '"') {
        this.#at = at + 1;
        break;
      }
      if (character < ' ') this.#failAt('control-character', at, 1);
      if (character !== '\\') continue;
      at++;
      const escaped = /["\\/bfnrt]|u[\dA-Fa-f]{4}/y;
      escaped.lastIndex = at;
      if (!escaped.test(this.#text)) this.#failAt('escape', at - 1, 2);
    }
    const text: unknown = JSON.parse(this.#text.slice(start, this.#at));
    return String(text);
  }

  #scalar(offset: number): void {
    const character = this.#text[offset] ?? '';
    if (character === '' || ',:}]'.includes(character)) this.#fail('value-expected', this.#found());
    if (/[-\d]/.test(character)) {
      const number = this.#match(NUMBER);
      if (number === '' || number !== this.#match(NUMBER_LIKE))
        this.#fail('number', this.#match(NUMBER_LIKE).length);
      this.#at += number.length;
      return;
    }
    const word = this.#match(WORD);
    if (word !== this.#match(LITERAL)) this.#fail('symbol', word.length);
    this.#at += word.length;
  }

  /** Passes white space. */
  #skip(): number {
    this.#at += this.#match(SPACE).length;
    const comment = this.#match(COMMENT);
    if (comment !== '') this.#fail('comment', comment.length);
    return this.#at;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  /** Whether a name stands here that only lacks its quotes. */
  #startsWord(): boolean {
    return /^[^\d,:{}[\]]/.test(this.#text.slice(this.#at, this.#at + 1));
  }

  /** Length of what stands here, to be shown. */
  #found(): number {
    return this.#text[this.#at] === '"' ? 1 : this.#match(WORD).length || 1;
  }

  #fail(code: SyntaxCode, length: number): never {
    this.#failAt(code, this.#at, length);
  }

  #failAt(code: SyntaxCode, offset: number, length: number): never {
    throw new Fault(code, offset, length);
  }
}
