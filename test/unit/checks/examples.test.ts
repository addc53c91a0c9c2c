import { describe, expect, it } from 'vitest';
import type { Example, Examples } from '../../../src/core/checks/check.ts';
import { CHECKS, CONVERSATION_CHECKS } from '../../../src/core/checks/checks.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

/** The findings of the last conversation: an example may need one before it. */
function findingsOf(example: Example): readonly string[] {
  const conversation = conversationsOf(exampleEvents(example)).at(-1);
  if (!conversation) throw new Error(`no conversation in the example: ${example.title}`);
  const { attributes, findings } = judge(conversation, exampleMapping(example));
  return [...findings, ...attributes.flatMap((attribute) => attribute.findings)].map(({ id }) => id);
}

const LISTED = [...CHECKS, ...CONVERSATION_CHECKS];

const modules = Object.values(
  import.meta.glob<{ examples: Examples }>('../../../src/core/checks/rules/*.ts', { eager: true }),
);

/** Every file of a check: the check that it puts on the list, and its examples. */
const files = modules.map((module) => {
  const exported: readonly unknown[] = Object.values(module);
  return { check: LISTED.find((check) => exported.includes(check)), examples: module.examples };
});

const cases = (kind: keyof Examples) =>
  files.flatMap(({ check, examples }) =>
    examples[kind].map((example) => ({ id: check?.id ?? 'not on the list', title: example.title, example })),
  );

describe('every check', () => {
  it.each(cases('fails'))('$id is the only finding for: $title', ({ id, example }) => {
    expect(findingsOf(example)).toEqual([id]);
  });

  it.each(cases('passes'))('$id says nothing for: $title', ({ id, example }) => {
    expect(findingsOf(example)).not.toContain(id);
  });

  it('has an id of its own, in the form group/name', () => {
    const ids = LISTED.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('is on the list, and has an example of each kind', () => {
    expect(files).toHaveLength(LISTED.length);
    for (const { check, examples } of files) {
      expect(check).toBeDefined();
      expect(examples.fails.length, `${check?.id}: fails`).toBeGreaterThan(0);
      expect(examples.passes.length, `${check?.id}: passes`).toBeGreaterThan(0);
    }
  });
});
