/** One figure of the bench. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'bytes' | 'ratio' | 'µs' | 'ms';
  /** The most it may be; `null` for a figure that explains another. */
  readonly limit: number | null;
}

export const isWithin = ({ value, limit }: Row): boolean => limit === null || value <= limit;

/** A row as the cells of the table: name, value, limit, and whether it holds. */
export function toCells(row: Row): readonly string[] {
  const { name, value, unit, limit } = row;
  if (limit === null) return [name, format(value, unit)];
  return [name, format(value, unit), format(limit, unit), isWithin(row) ? 'ok' : 'too much'];
}

function format(value: number, unit: Row['unit']): string {
  switch (unit) {
    case 'bytes':
      return `${value} B`;
    case 'ratio':
      return value.toFixed(2);
    case 'ms':
      return `${value.toFixed(1)} ms`;
    case 'µs':
      return `${value.toFixed(2)} µs`;
  }
}
