import { expect, test } from 'vitest';
import type { ShownConversation } from '../../../src/cli/browser/read-trace.ts';
import { showConversations } from '../../../src/cli/show-trace.ts';
import { findingIds, worstVerdict } from '../../../src/cli/verdict.ts';

const finding = { id: 'value/type', severity: 'error', message: 'It is a number.', fix: 'Send a string.' };

const failing: ShownConversation = {
  verdict: 'fail',
  dialect: 'some-dialect',
  attributes: [
    {
      key: 'crm_customer_id',
      namespace: 'custom',
      verdict: 'fail',
      idle: false,
      cells: [
        { stage: 'call', state: 'seen', value: '882910', path: 'attributes.custom.crm_customer_id' },
        { stage: 'handshake', state: 'absent', value: null, path: null },
        {
          stage: 'sent',
          state: 'changed',
          value: `"${'x'.repeat(60)}"`,
          path: 'attributes.custom.crm_customer_id',
        },
      ],
      findings: [finding],
    },
  ],
  findings: [],
  notes: [],
};

const passing: ShownConversation = { ...failing, verdict: 'pass', attributes: [] };

test('a run without a chat says so', () => {
  expect(showConversations([])).toBe('No conversation was started.');
});

test('each attribute is a row, each stage a column, and what was found stands below', () => {
  const [head, , row, , first, ...rest] = showConversations([failing]).split('\n').slice(2);
  expect(head).toMatch(/^attribute +verdict +call +handshake +sent +echoed +stored$/);
  expect(row).toMatch(/^custom\.crm_customer_id +fail +882910 +absent +"x{26}… \(changed\)$/);
  expect([first, ...rest]).toEqual([
    'error  value/type  custom.crm_customer_id',
    '  It is a number.',
    '  Fix: Send a string.',
  ]);
});

test('a name that a terminal would take for a command is written out', () => {
  const attributes = failing.attributes.map((attribute) => ({ ...attribute, key: '\u001b[2J\u009b2J' }));
  const shown = showConversations([{ ...failing, attributes }]);
  expect(shown.match(/custom\.\S+/g)).toEqual(Array(2).fill('custom.\\u001b[2J\\u009b2J'));
});

test('a conversation in which nothing was found says so', () => {
  expect(showConversations([passing])).toMatch(
    /^Conversation 1 of 1 · some-dialect · pass\n.*Nothing was found wrong\.$/s,
  );
});

test('what is to be known besides stands at the end', () => {
  const noted = { ...passing, notes: ['The vendor has ended this product.'] };
  expect(showConversations([noted])).toMatch(
    /Nothing was found wrong\.\n\nThe vendor has ended this product\.$/,
  );
});

test('a run is as bad as its worst conversation, and names each finding once', () => {
  expect(worstVerdict([passing, failing, passing])).toBe('fail');
  expect(worstVerdict([])).toBe('none');
  expect(findingIds([failing, passing, failing])).toEqual(['value/type']);
});
