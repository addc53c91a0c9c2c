/** Names without case, separators and camel humps: `customerId`, `customer_id` and `Customer-ID` are one. */
export const foldName = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Number of single-character edits (insert, delete, replace, swap) between two names, up to `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? limit) + 1 : limit + 1;
      row.push(Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped));
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** How near a name that was sent is to one that is expected: 0 the same but for case, separators and a prefix; `null`: not near. */
export function nearness(sent: string, expected: string): number | null {
  if (foldName(sent) === foldName(expected)) return 0;
  // `context.key` is how a flow reads what a page gives as `key`.
  if (sent.endsWith(`.${expected}`)) return 0;
  const limit = allowedEdits(Math.min(sent.length, expected.length));
  if (limit === 0) return null;
  const distance = editDistance(foldName(sent), foldName(expected), limit);
  return distance <= limit ? distance : null;
}

/** Short names are all near each other: one edit in four letters is another word. */
function allowedEdits(length: number): number {
  if (length >= 8) return 2;
  return length >= 5 ? 1 : 0;
}
