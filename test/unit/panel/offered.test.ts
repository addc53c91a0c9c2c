import { describe, expect, it } from 'vitest';
import { offered, type PayloadSource } from '../../../src/panel/payload/sources.ts';

describe('the payloads of a stream that are offered', () => {
  const stream: readonly PayloadSource[] = Array.from({ length: 3_000 }, (_, seq) => ({
    id: `p${seq}`,
    event: { kind: 'notice', seq, time: seq, code: 'worker', detail: '', document: 'd' },
  }));
  const ids = (shown: number) =>
    offered(stream, stream[shown] ?? null).map((source) => (typeof source === 'number' ? source : source.id));

  it('are the first, the last and the one that is shown, with the number of the others', () => {
    expect(ids(1_000)).toHaveLength(33);
    expect(ids(1_000).slice(14, 19)).toEqual(['p14', 985, 'p1000', 1984, 'p2985']);
    expect(ids(3)).toHaveLength(31);
    expect(ids(2_999).filter((id) => typeof id === 'number')).toEqual([2_970]);
  });

  it('are all as long as there are few', () => {
    const few = stream.slice(0, 40);
    expect(offered(few, null)).toEqual(few);
  });
});
