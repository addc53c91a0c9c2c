import { describe, expect, it } from 'vitest';
import type { Check, Example } from '../../../src/core/checks/check.ts';
import { CHECKS } from '../../../src/core/checks/checks.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

/** The findings of the last conversation: an example may need one before it. */
function findingsOf(example: Example): readonly string[] {
  const conversation = conversationsOf(exampleEvents(example)).at(-1);
  if (!conversation) throw new Error(`no conversation in the example: ${example.title}`);
  const { attributes } = judge(conversation, exampleMapping(example));
  return attributes.flatMap(({ findings }) => findings.map(({ id }) => id));
}

const cases = (kind: keyof Check['examples']) =>
  CHECKS.flatMap((check) =>
    check.examples[kind].map((example) => ({ id: check.id, title: example.title, example })),
  );

describe('every check', () => {
  it.each(cases('fails'))('$id is the only finding for: $title', ({ id, example }) => {
    expect(findingsOf(example)).toEqual([id]);
  });

  it.each(cases('passes'))('$id says nothing for: $title', ({ id, example }) => {
    expect(findingsOf(example)).not.toContain(id);
  });

  it('has an id of its own, in the form group/name', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('has an example of each kind', () => {
    for (const { id, examples } of CHECKS) {
      expect(examples.fails.length, `${id}: fails`).toBeGreaterThan(0);
      expect(examples.passes.length, `${id}: passes`).toBeGreaterThan(0);
    }
  });
});
