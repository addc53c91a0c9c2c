import { describe, expect, test } from 'vitest';
import type { DocumentInfo } from '../../../src/core/capture/event.ts';
import type { EventsMessage } from '../../../src/core/capture/link.ts';
import { createLog, type Log } from '../../../src/relay/log.ts';
import { createPusher, type Pusher } from '../../../src/relay/pusher.ts';

const document: DocumentInfo = { id: 'd', url: 'https://shop.example/', top: true };

/** A relay's pusher, and a panel that answers when it is told to. */
interface Rig {
  readonly pusher: Pusher;
  readonly log: Log;
  readonly sent: EventsMessage[];
  /** Adds so many events and says so. */
  readonly happen: (count: number) => void;
  /** The reply to the oldest message that has none. */
  readonly reply: (taken: boolean) => Promise<void>;
}

function rig(): Rig {
  const log = createLog({ events: 10_000, weight: 1e9 });
  const sent: EventsMessage[] = [];
  const replies: ((taken: boolean) => void)[] = [];
  const pusher = createPusher(
    () => (log.next === 0 ? null : log),
    () => document,
    (message) => {
      sent.push(message);
      return new Promise((resolve) => replies.push(resolve));
    },
  );
  return {
    pusher,
    log,
    sent,
    happen(count) {
      for (let i = 0; i < count; i++) {
        log.add({ kind: 'notice', seq: log.next, time: 0, code: 'worker', detail: '' });
      }
      pusher.push();
    },
    async reply(taken) {
      replies.shift()?.(taken);
      await Promise.resolve();
    },
  };
}

/** First and last number of each message. */
const spans = (sent: readonly EventsMessage[]): readonly unknown[] =>
  sent.map(({ events }) => [events.at(0)?.seq ?? null, events.at(-1)?.seq ?? null]);

describe('a document tries once, and then waits to be asked', () => {
  test('nothing is sent as long as nothing happened', () => {
    const { pusher, sent } = rig();
    pusher.push();
    expect(sent).toEqual([]);
  });

  test('without a panel only the first batch is sent', async () => {
    const { happen, reply, sent } = rig();
    happen(3);
    await reply(false);
    happen(3);
    expect(spans(sent)).toEqual([[0, 2]]);
  });

  test('a panel that opens late gets everything from the start', async () => {
    const { pusher, happen, reply, sent } = rig();
    happen(3);
    await reply(false);
    happen(3);
    pusher.watch(0);
    expect(spans(sent).at(-1)).toEqual([0, 5]);
  });

  test('a panel that knows some gets the rest', () => {
    const { pusher, happen, sent } = rig();
    happen(10);
    pusher.watch(4);
    expect(spans(sent).at(-1)).toEqual([4, 9]);
  });

  test('a panel that asks where nothing happened is told that the document is there', () => {
    const { pusher, sent } = rig();
    pusher.watch(0);
    expect(sent).toEqual([{ type: 'cxone-payload/events', document, events: [], lost: 0 }]);
  });
});

describe('while a panel watches', () => {
  test('chunks go one after the other, each after the reply to the last', async () => {
    const { happen, reply, sent } = rig();
    happen(6_000);
    expect(spans(sent)).toEqual([[0, 2_499]]);
    happen(1);
    expect(sent).toHaveLength(1);
    await reply(true);
    await reply(true);
    await reply(true);
    expect(spans(sent)).toEqual([
      [0, 2_499],
      [2_500, 4_999],
      [5_000, 6_000],
    ]);
  });

  test('a panel that closed gets what it missed when it asks again', async () => {
    const { pusher, happen, reply, sent } = rig();
    happen(1);
    await reply(true);
    happen(1);
    await reply(false);
    happen(1);
    pusher.watch(1);
    expect(spans(sent)).toEqual([
      [0, 0],
      [1, 1],
      [1, 2],
    ]);
  });

  test('a reply to what was sent before a panel asked changes nothing', async () => {
    const { pusher, happen, reply, sent } = rig();
    happen(2);
    pusher.watch(0);
    await reply(false);
    await reply(true);
    happen(1);
    expect(spans(sent)).toEqual([
      [0, 1],
      [0, 1],
      [2, 2],
    ]);
  });
});

describe('when a document is left', () => {
  test('all that is left goes at once, without waiting for replies', () => {
    const { pusher, happen, sent } = rig();
    happen(6_000);
    pusher.flush();
    expect(spans(sent)).toEqual([
      [0, 2_499],
      [2_500, 4_999],
      [5_000, 5_999],
    ]);
  });

  test('nothing goes where nobody watched', async () => {
    const { pusher, happen, reply, log, sent } = rig();
    happen(1);
    await reply(false);
    log.add({ kind: 'notice', seq: 1, time: 0, code: 'worker', detail: '' });
    pusher.flush();
    expect(sent).toHaveLength(1);
  });

  test('a document that comes back says so', () => {
    const { pusher, happen, sent } = rig();
    happen(2);
    pusher.flush();
    pusher.announce();
    expect(spans(sent)).toEqual([
      [0, 1],
      [null, null],
    ]);
  });
});

test('a page that is rendered ahead sends nothing before it is shown', () => {
  const { pusher, happen, sent } = rig();
  pusher.hold();
  happen(2);
  pusher.watch(0);
  pusher.flush();
  expect(sent).toEqual([]);
  pusher.release();
  expect(spans(sent)).toEqual([[0, 1]]);
});
