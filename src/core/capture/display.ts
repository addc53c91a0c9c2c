import type { Mark, Snapshot } from './snapshot.ts';
import { entriesOf, itemsOf, markOf } from './walk.ts';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Letters that cannot be seen, or that turn the text around them: two keys that differ by one look the same. */
const UNSEEN = /(?![ \n])[\p{C}\p{Z}]/gu;

/** A text with an escape in the place of each letter that cannot be seen: `crm\u200b_id`. */
export const visible = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : text.replace(UNSEEN, escapesOf);

const escapesOf = (letter: string): string =>
  Array.from(
    { length: letter.length },
    (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** A property name as JavaScript source: bare where it may be, quoted otherwise. */
export const propertyName = (key: string): string => (IDENTIFIER.test(key) ? key : JSON.stringify(key));

/** A property path with one more step: `attributes.custom`, `attributes["a b"]`. */
export function joinPath(parent: string, key: string): string {
  if (!IDENTIFIER.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** What a mark stands for, in JavaScript's notation where it has one, in ‹words› otherwise. */
function formatMark(mark: Mark): string {
  switch (mark.$mark) {
    case 'undefined':
      return 'undefined';
    case 'number':
      return mark.value;
    case 'bigint':
      return `${mark.value}n`;
    case 'symbol':
      return mark.value;
    case 'function':
      return `ƒ ${mark.value || '(anonymous)'}`;
    case 'date':
      return `Date ${mark.value}`;
    case 'node':
    case 'error':
      return mark.value;
    case 'promise':
      return 'Promise';
    case 'getter':
      return '‹getter, not read›';
    case 'threw':
      return `‹reading it threw: ${mark.value}›`;
    case 'cycle':
      return `‹cycle, ${mark.value} up›`;
    case 'deep':
      return '‹deeper than is kept›';
    case 'string':
      return `${JSON.stringify(mark.head)}… (${mark.length} characters)`;
    case 'other':
      return mark.value;
    case 'redacted':
      return '‹redacted›';
    case 'object':
    case 'array':
      return '…';
  }
}

function format(value: Snapshot, indent: string | null, current: string): string {
  const mark = markOf(value);
  if (mark && mark.$mark !== 'object' && mark.$mark !== 'array') return formatMark(mark);
  const entries = entriesOf(value);
  const items = entries ? null : itemsOf(value);
  if (!entries && !items) return JSON.stringify(value);

  const inner = indent === null ? '' : current + indent;
  const parts = entries
    ? entries.map(([key, item]) => `${propertyName(key)}: ${format(item, indent, inner)}`)
    : (items ?? []).map((item) => format(item, indent, inner));
  const more = mark && (mark.$mark === 'object' || mark.$mark === 'array') ? mark.more : 0;
  if (more > 0) parts.push(`… ${more} more`);
  const [open, close] = entries ? ['{', '}'] : ['[', ']'];
  const name = mark?.$mark === 'object' && mark.name !== '' && mark.name !== 'Object' ? `${mark.name} ` : '';
  if (parts.length === 0) return `${name}${open}${close}`;
  if (indent === null) return entries ? `${name}{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`;
  return `${name}${open}\n${parts.map((part) => inner + part).join(',\n')}\n${current}${close}`;
}

/** One line of JavaScript notation for a value, cut after `limit` characters. */
export function formatSnapshot(value: Snapshot, limit = 200): string {
  const text = visible(format(value, null, ''));
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** Several lines of JavaScript notation, two spaces a level. */
export function formatSnapshotLines(value: Snapshot): string {
  return visible(format(value, '  ', ''));
}
