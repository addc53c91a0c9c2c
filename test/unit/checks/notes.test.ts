import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../src/core/checks/finding.ts';
import { notesOf } from '../../../src/core/checks/notes.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';

const kinds = (...args: Parameters<typeof notesOf>) => notesOf(...args).map(({ kind }) => kind);

describe.each(DIALECTS)('the notes on a conversation of $id', (dialect) => {
  it('say once something may have arrived what cannot be seen from the browser', () => {
    const told = VERDICTS.filter((verdict) => kinds(dialect, verdict).includes('not-visible'));
    expect(told).toEqual(['unknown', 'pass']);
  });

  it('say that the product is retired if it is, whatever the verdict', () => {
    const told = VERDICTS.filter((verdict) => kinds(dialect, verdict).includes('retired'));
    expect(told).toEqual(dialect.id === 'genesys-web-chat' ? VERDICTS : []);
  });
});

it('tells the date of a retirement, and who has said so', () => {
  const retired = DIALECTS.flatMap((dialect) => dialect.retired ?? []);
  expect(retired).toMatchObject([{ text: expect.stringContaining('6 November 2025'), source: 'vendor' }]);
});
