import { describe, expect, it } from 'vitest';
import {
  clear,
  EMPTY_LOG,
  happenedCount,
  type Log,
  lostCount,
  navigated,
  type Received,
  receive,
  since,
} from '../../../src/panel/store/log.ts';
import { frames, message } from './support.ts';

const logOf = (log: Log, ...messages: readonly Received[]): Log => receive(log, messages, false).log;
const numbers = (log: Log) => [...log.events].map(({ document, seq }) => `${document} ${seq}`);

describe('receiving events', () => {
  it('keeps the events of all documents in order of time', () => {
    const log = logOf(
      EMPTY_LOG,
      message({ events: frames([0, 10], [1, 30]) }),
      message({ id: 'frame', top: false, events: frames([0, 20], [1, 40]) }),
    );
    expect(numbers(log)).toEqual(['top 0', 'frame 0', 'top 1', 'frame 1']);
  });

  it('never changes the order within a document, whatever its clock says', () => {
    const log = logOf(EMPTY_LOG, message({ events: frames([0, 30]) }), message({ events: frames([1, 10]) }));
    expect(numbers(log)).toEqual(['top 0', 'top 1']);
  });

  it('takes no event twice', () => {
    const twice = message({ events: frames([0, 10], [1, 20]) });
    expect(numbers(logOf(EMPTY_LOG, twice, twice))).toEqual(['top 0', 'top 1']);
  });

  it('refuses what comes after a gap, and asks for what is missing', () => {
    const known = logOf(EMPTY_LOG, message({ events: frames([0, 10]) }));
    const { log, ask } = receive(known, [message({ events: frames([2, 30]) })], false);
    expect(ask).toBe(true);
    expect(numbers(log)).toEqual(['top 0']);
    expect(since(log)).toEqual({ top: 1 });
    expect(numbers(logOf(log, message({ events: frames([1, 20], [2, 30]) })))).toEqual([
      'top 0',
      'top 1',
      'top 2',
    ]);
  });

  it('takes what comes after a gap that stays: those events do not exist', () => {
    const gap = message({ events: frames([3, 30]) });
    expect(numbers(logOf(EMPTY_LOG, gap, gap))).toEqual(['top 3']);
  });

  it('does not mistake the next batch after a refused one for the answer', () => {
    const log = logOf(EMPTY_LOG, message({ events: frames([3, 30]) }), message({ events: frames([4, 40]) }));
    expect(numbers(log)).toEqual([]);
  });

  it('counts what fell out of the ring, and asks for nothing that is gone', () => {
    const { log, ask } = receive(EMPTY_LOG, [message({ events: frames([5, 30]), lost: 5 })], false);
    expect(ask).toBe(false);
    expect(lostCount(log)).toBe(5);
    expect(numbers(log)).toEqual(['top 5']);
  });

  it('does not count what it had before it fell out of the ring', () => {
    const log = logOf(
      EMPTY_LOG,
      message({ events: frames([0, 10], [1, 20]) }),
      message({ events: frames([2, 30]), lost: 2 }),
      message({ lost: 3 }),
    );
    expect(lostCount(log)).toBe(0);
  });

  it('counts what fell out once, however often it is told', () => {
    const log = logOf(
      EMPTY_LOG,
      message({ events: frames([0, 10]) }),
      message({ lost: 4 }),
      message({ events: frames([4, 30]), lost: 4 }),
      message({ events: frames([9, 40]), lost: 9 }),
    );
    expect(lostCount(log)).toBe(3 + 4);
    expect(numbers(log)).toEqual(['top 0', 'top 4', 'top 9']);
  });

  it('counts what could not be read', () => {
    expect(logOf(EMPTY_LOG, message({ malformed: 2 }), message({ malformed: 1 })).malformed).toBe(3);
  });
});

describe('navigating', () => {
  const first = message({ id: 'a', url: 'https://shop.example/a', events: frames([0, 10]) });
  const inFrame = message({ id: 'a-frame', top: false, events: frames([0, 11]) });
  const second = message({ id: 'b', url: 'https://shop.example/b', events: frames([0, 20]) });

  it('starts anew with the next top document, and asks its frames again', () => {
    const { log, ask } = receive(logOf(EMPTY_LOG, first, inFrame), [second], false);
    expect(numbers(log)).toEqual(['b 0']);
    expect(ask).toBe(true);
  });

  it('keeps what was there when the log is preserved', () => {
    const { log, ask } = receive(logOf(EMPTY_LOG, first), [second], true);
    expect(numbers(log)).toEqual(['a 0', 'b 0']);
    expect(ask).toBe(false);
  });

  it('does not go back when the page that was left sends its last events late', () => {
    const late = message({ id: 'a', url: 'https://shop.example/a', events: frames([1, 15]) });
    const lateFrame = message({ id: 'a-frame', top: false, events: frames([1, 16]) });
    expect(numbers(logOf(EMPTY_LOG, first, inFrame, second, late, lateFrame))).toEqual(['b 0']);
  });

  it('shows a page that comes back from the back/forward cache', () => {
    const left = logOf(EMPTY_LOG, first, second);
    const back = logOf(navigated(left, 'https://shop.example/a'), first);
    expect(numbers(back)).toEqual(['a 0']);
    expect(back.top?.id).toBe('a');
  });
});

describe('clearing', () => {
  it('forgets events and counts, and does not ask for them again', () => {
    const log = clear(logOf(EMPTY_LOG, message({ events: frames([5, 30]), lost: 5, malformed: 1 })));
    expect(numbers(log)).toEqual([]);
    expect(log.malformed).toBe(0);
    expect(lostCount(log)).toBe(0);
    expect(since(log)).toEqual({ top: 6 });
  });
  it('still knows how many events there were: the record of the network holds them all', () => {
    const log = logOf(EMPTY_LOG, message({ events: frames([5, 30], [6, 40]), lost: 5 }));
    expect(happenedCount(clear(log))).toBe(7);
  });
});
