import { MAX_DEPTH, type SyntaxFault } from './tree.ts';

/** Where a text stops being JSON, and what to do about it, in one sentence. */
export function explainSyntax(text: string, error: SyntaxFault): { offset: number; message: string } {
  if (text.trim() === '') return { offset: 0, message: 'The file is empty: it must hold one JSON object.' };
  const comma = trailingComma(text, error.offset);
  if (comma !== null) {
    return { offset: comma, message: 'JSON has no comma after the last item: remove this one.' };
  }
  return { offset: error.offset, message: explain(text, error) };
}

function explain(text: string, error: SyntaxFault): string {
  const found = text.slice(error.offset, error.offset + Math.max(error.length, 1));
  const shown =
    found === '' ? 'the end of the file' : `\`${found.length > 20 ? `${found.slice(0, 20)}…` : found}\``;
  switch (error.code) {
    case 'symbol':
      return /^['\w$]/.test(found)
        ? `${shown} is not JSON: put names and texts between double quotes.`
        : `${shown} is not JSON: remove it, or put it between double quotes.`;
    case 'number':
      return `${shown} is not a number: JSON writes digits such as 10, -2.5 or 1e3.`;
    case 'name-expected':
      return `A property name in double quotes must stand here, not ${shown}.`;
    case 'value-expected':
      return `A value must stand here, not ${shown}.`;
    case 'colon-expected':
      return `A colon must stand between a property name and its value, before ${shown}.`;
    case 'comma-expected':
      return `A comma must stand before ${shown}, or a bracket is closed by one of the other kind.`;
    case 'brace-expected':
      return 'The file ends inside an object: add the missing }.';
    case 'bracket-expected':
      return 'The file ends inside a list: add the missing ].';
    case 'end-expected':
      return `The JSON value ended before ${shown}: remove what follows it.`;
    case 'comment':
      return 'JSON has no comments: remove this one.';
    case 'string-end':
      return 'This text has no closing quote on its line: add it, and write line breaks as \\n.';
    case 'escape':
      return 'This text has an escape that JSON does not know: write a backslash as \\\\.';
    case 'control-character':
      return 'This text has a control character in it: write a tab as \\t, and others as \\u00….';
    case 'depth':
      return `The file is nested more than ${MAX_DEPTH} levels deep: take levels out.`;
  }
}

/** Offset of the comma that makes the bracket at `offset` come too early. */
function trailingComma(text: string, offset: number): number | null {
  if (text[offset] !== '}' && text[offset] !== ']') return null;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(',') ? before.length - 1 : null;
}
