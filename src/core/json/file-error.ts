/** What is wrong with a file, where, and which rule says so. */
export interface FileError {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** `attributes[2].pattern`; `''` is the whole file. */
  readonly path: string;
  /** The broken rule, in a word. */
  readonly rule: string;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
}

/** A fault at an offset of the text, before anybody asked for its line. */
export interface Fault extends Omit<FileError, 'line' | 'column'> {
  readonly offset: number;
}

/** Faults that are looked for before giving up; far more than are shown. */
const MAX_FAULTS = 1000;

/** The faults, up to {@link MAX_FAULTS}. */
export function someOf(faults: Iterable<Fault>): readonly Fault[] {
  const some: Fault[] = [];
  for (const fault of faults) if (some.push(fault) >= MAX_FAULTS) break;
  return some;
}

/** Nobody mends more at once, and a file of 10,000 bad rows must not become 10,000 sentences. */
const MAX_ERRORS = 100;

/**
 * Faults in order of their position, with line and column. Past the first hundred, the last one says
 * that there are more.
 */
export function toFileErrors(text: string, faults: readonly Fault[]): readonly FileError[] {
  const sorted = [...faults].sort((a, b) => a.offset - b.offset);
  const shown = sorted.slice(0, MAX_ERRORS);
  const next = sorted[MAX_ERRORS];
  if (next) {
    shown.push({
      offset: next.offset,
      path: '',
      rule: 'more',
      message: 'More problems follow: mend these first.',
    });
  }
  return locate(text, shown);
}

const LINE_BREAK = /\r\n|\r|\n/g;

/** One pass over the text, since the faults come in order. */
function locate(text: string, faults: readonly Fault[]): readonly FileError[] {
  let line = 1;
  let lineStart = 0;
  const breaks = text.matchAll(LINE_BREAK);
  let next = breaks.next();
  return faults.map(({ offset, path, rule, message }) => {
    while (!next.done && next.value.index + next.value[0].length <= offset) {
      line++;
      lineStart = next.value.index + next.value[0].length;
      next = breaks.next();
    }
    return { line, column: offset - lineStart + 1, path, rule, message };
  });
}
