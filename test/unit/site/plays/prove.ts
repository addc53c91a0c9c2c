import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VERDICTS } from '../../../../src/core/checks/finding.ts';
import { judge } from '../../../../src/core/checks/judge.ts';
import { dialectsFor } from '../../../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../../../src/core/mapping/mapping.ts';
import { parseMapping } from '../../../../src/core/mapping/parse.ts';
import { SCENARIOS } from '../../../site/scenarios.ts';
import { conversationsOf } from '../../support/example-capture.ts';
import { damaged, expectProof, expectProofAtEveryMoment } from '../../support/proof.ts';
import { Demo } from '../demo.ts';
import { playInNode } from './play-in-node.ts';

function readMapping(name: string): Mapping {
  const result = parseMapping(readFileSync(new URL(`../../../site/${name}`, import.meta.url), 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.mapping;
}

/**
 * Plays every scenario of a dialect against the real tenant, judges what was seen as the panel does, and expects no hasty
 * verdict of what is left of it when it is cut off, or damaged.
 */
export function proveScenarios(dialect: string): void {
  const demo = new Demo();
  const scenarios = SCENARIOS.filter((scenario) => scenario.dialect === dialect);

  test.each(scenarios)(
    '$id: $expected.verdict $expected.findings',
    async ({ id, mapping: file, expected }) => {
      const mapping = readMapping(file);
      const events = await playInNode({ id, dialect }, demo.site, mapping);
      const conversations = conversationsOf(events, dialectsFor(mapping));
      expect(new Set(conversations.map((conversation) => conversation.dialect))).toEqual(new Set([dialect]));

      const judged = conversations.map((conversation) => judge(conversation, mapping));
      const findings = judged.flatMap((one) => [
        ...one.findings,
        ...one.attributes.flatMap((attribute) => attribute.findings),
      ]);
      const verdict = VERDICTS.find((worst) => judged.some((one) => one.verdict === worst));
      expect({ verdict, findings: [...new Set(findings.map((finding) => finding.id))] }).toEqual(expected);

      expectProofAtEveryMoment(events, mapping);
      fc.assert(
        fc.property(damaged(events), (left) => expectProof(left, mapping)),
        { numRuns: 30 },
      );
    },
  );
}
