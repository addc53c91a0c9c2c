import { describe, expect, it } from 'vitest';
import type { JudgedAttribute } from '../../../src/core/checks/finding.ts';
import { createPanel } from '../../../src/panel/store/panel.ts';
import { exampleMapping } from '../support/example-capture.ts';
import { judgedExample, memoryStorage } from './support.ts';

const EMPTY = { ...exampleMapping(), attributes: [] };
const row = (key: string) => ({ key, namespace: 'custom', required: true, type: 'string' });

/** The attributes of a chat that gave these keys. */
function seen(...keys: readonly string[]): readonly JudgedAttribute[] {
  const custom = Object.fromEntries(keys.map((key) => [key, 'x']));
  return judgedExample({ title: 'given', options: { attributes: { custom } } }, null).attributes;
}

function open() {
  const { store, actions } = createPanel(memoryStorage(), async () => new Map());
  const rows = () => store.getState().mapping.present?.attributes;
  const refused = () => store.getState().refused;
  return { actions, rows, refused };
}

describe('attributes that were seen', () => {
  it('are rows as far as a mapping can have them, and of the others it is told which and why', async () => {
    const { actions, rows, refused } = open();
    await actions.addSeen(seen('a', ' b', 'c\nd', 'd '), EMPTY);
    expect(rows()).toEqual([row('a'), row('c\nd')]);
    const why = { rule: 'pattern', message: expect.stringContaining('white space') };
    expect(refused()).toMatchObject({
      what: 'rows',
      name: '2 of 4',
      errors: [
        { path: 'custom. b', ...why },
        { path: 'custom.d ', ...why },
      ],
    });
  });

  it('are added to the mapping that is there, each once', async () => {
    const { actions, rows, refused } = open();
    await actions.addSeen(seen('a'), EMPTY);
    await actions.addSeen(seen('a', 'b'), EMPTY);
    expect(rows()).toEqual([row('a'), row('b')]);
    expect(refused()).toMatchObject({ errors: [{ path: 'custom.a', rule: 'duplicate-key' }] });
    await actions.addSeen(seen('c'), EMPTY);
    expect(rows()).toEqual([row('a'), row('b'), row('c')]);
    expect(refused()).toBeNull();
  });

  it('make no mapping where none of them can be in it, and an empty one where there are none', async () => {
    const { actions, rows, refused } = open();
    await actions.addSeen(seen('a '), EMPTY);
    expect(rows()).toBeUndefined();
    expect(refused()).toMatchObject({ what: 'rows', name: '1 of 1', errors: [{ path: 'custom.a ' }] });
    await actions.addSeen([], EMPTY);
    expect(rows()).toEqual([]);
    expect(refused()).toBeNull();
  });

  it('do not save a mapping that does not keep the rules without them', async () => {
    const { actions, rows, refused } = open();
    await actions.addSeen(seen('a'), { ...EMPTY, name: '' });
    expect(rows()).toBeUndefined();
    expect(refused()).toMatchObject({ what: 'mapping', errors: [{ path: 'name' }] });
  });
});
