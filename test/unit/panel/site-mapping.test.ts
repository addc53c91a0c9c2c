import { describe, expect, it, vi } from 'vitest';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { serializeMapping } from '../../../src/core/mapping/serialize.ts';
import { createPanel } from '../../../src/panel/store/panel.ts';
import { DECLARING } from '../mapping/example.ts';
import { exampleMapping } from '../support/example-capture.ts';
import { memoryStorage } from './support.ts';

const A = 'https://a.example';
const B = 'https://b.example';

const named = (name: string): Mapping => ({ ...exampleMapping(), name });
const fileOf = (name: string): string => serializeMapping(named(name));
const nameIn = (text: string | undefined): string | undefined => text && JSON.parse(text).name;

/** A panel whose storage answers no question before `answer` is called; going to a site is one call in it. */
function open(kept: Map<string, string>) {
  const quick = memoryStorage(kept);
  let answer = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const storage = { ...quick, load: (site: string) => gate.then(() => quick.load(site)) };
  const { store, actions } = createPanel(storage, async () => new Map());
  const shown = () => store.getState().mapping.present?.name;
  const until = (check: () => void) => vi.waitFor(check);
  return { actions, shown, answer, until };
}

describe('a mapping that is imported in the instant of going to another site', () => {
  it('is kept for the site that was shown when it was chosen', async () => {
    const kept = new Map([[B, fileOf('of B')]]);
    const { actions, shown, answer, until } = open(kept);
    answer();
    actions.openSite(A);
    await actions.importMapping('chosen.json', fileOf('first for A'));
    void actions.importMapping('chosen.json', fileOf('chosen for A'));
    actions.openSite(B);
    await until(() => expect(shown()).toBe('of B'));
    await until(() => expect(nameIn(kept.get(A))).toBe('chosen for A'));
    expect(nameIn(kept.get(B))).toBe('of B');
  });

  it('is shown when the person comes back before it was read', async () => {
    const kept = new Map([[A, fileOf('kept for A')]]);
    const { actions, shown, answer, until } = open(kept);
    actions.openSite(A);
    const imported = actions.importMapping('chosen.json', fileOf('chosen for A'));
    actions.openSite(B);
    actions.openSite(A);
    answer();
    await imported;
    await until(() => expect(nameIn(kept.get(A))).toBe('chosen for A'));
    expect(shown()).toBe('chosen for A');
    expect(kept.has(B)).toBe(false);
  });

  it('takes the place of what was kept, whichever is read first, and undoing brings that back', async () => {
    const kept = new Map([[A, fileOf('kept for A')]]);
    const { actions, shown, answer, until } = open(kept);
    actions.openSite(A);
    const imported = actions.importMapping('chosen.json', fileOf('chosen for A'));
    answer();
    await imported;
    expect(shown()).toBe('chosen for A');
    actions.undoMapping();
    expect(shown()).toBe('kept for A');
    await until(() => expect(nameIn(kept.get(A))).toBe('kept for A'));
  });
});

it('changes the mapping of the site that was shown when the change was asked for', async () => {
  const kept = new Map([
    [A, fileOf('of A')],
    [B, fileOf('of B')],
  ]);
  const { actions, shown, answer, until } = open(kept);
  actions.openSite(A);
  const changed = actions.changeMapping((now) => ({ ...(now ?? named('none')), unmapped: 'ignore' }));
  actions.openSite(B);
  answer();
  await changed;
  await until(() => expect(shown()).toBe('of B'));
  await until(() =>
    expect(JSON.parse(kept.get(A) ?? '{}')).toMatchObject({ name: 'of A', unmapped: 'ignore' }),
  );
  expect(JSON.parse(kept.get(B) ?? '{}')).toMatchObject({ name: 'of B', unmapped: 'fail' });
});

it('loses neither what is kept for the first site nor what was imported before there was one', async () => {
  const kept = new Map([[A, fileOf('of A')]]);
  const { actions, shown, answer, until } = open(kept);
  await actions.importMapping('early.json', fileOf('early'));
  actions.openSite(A);
  answer();
  await until(() => expect(shown()).toBe('of A'));
  actions.undoMapping();
  expect(shown()).toBe('early');
});

it('keeps the declaration of a changed mapping the same object while it says the same', async () => {
  const { actions, answer } = open(new Map());
  answer();
  actions.openSite(A);
  const seen: unknown[] = [];
  for (const mapping of [DECLARING, { ...DECLARING, name: 'other' }, DECLARING])
    await actions.changeMapping((now) => {
      seen.push(now?.declaration);
      return mapping;
    });
  expect(seen[1]).toEqual(DECLARING.declaration);
  expect(seen[2]).toBe(seen[1]);
});
