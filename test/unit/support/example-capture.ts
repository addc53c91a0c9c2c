import type { CapturedEvent, TappedEvent } from '../../../src/core/capture/event.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import type { ChatExample, EventsExample, Example, ExampleEvent } from '../../../src/core/checks/check.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import type { Mapping, MappingRow } from '../../../src/core/mapping/mapping.ts';
import type { Conversation } from '../../../src/core/trace/trace.ts';
import { createTracer } from '../../../src/core/trace/tracer.ts';

const text = (value: unknown) => {
  const json = JSON.stringify(value);
  return { type: 'text', text: json, size: json.length } as const;
};

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

type Timeless<E> = E extends TappedEvent ? Omit<E, 'time'> : never;

/** Numbers events and gives them times 10 ms apart, as one document would have made them. */
export function asDocument(
  events: readonly Timeless<TappedEvent>[],
  document = 'd1',
  from = 0,
): CapturedEvent[] {
  return events.map((event, index) => ({ ...event, seq: index, time: from + index * 10, document }));
}

/** The events that an example of a check tells of. */
export function exampleEvents(example: Example): CapturedEvent[] {
  if (!('events' in example)) return chatEvents(example);
  let socket = 0;
  return asDocument(
    example.events.flatMap((event, number) => {
      if ('socket' in event) socket += 1;
      return toEvents(event, number, socket);
    }),
  );
}

/** What a short event stands for, as one of its number, on the socket that was opened last. */
function toEvents(event: ExampleEvent, number: number, socket: number): readonly Timeless<TappedEvent>[] {
  if ('call' in event) {
    const args: Snapshot[] = JSON.parse(JSON.stringify(event.args));
    const call = { kind: 'call', call: number, api: event.call, method: event.method ?? '', args } as const;
    if (event.threw === undefined) return [call];
    const value = { $mark: 'error', value: event.threw } as const;
    return [call, { kind: 'return', call: number, outcome: 'threw', value }];
  }
  if ('get' in event) {
    const request = { request: number, via: 'fetch', method: 'GET', url: event.get, headers: [] } as const;
    return [
      { kind: 'request', ...request, body: { type: 'none' } },
      { kind: 'response', request: number, status: 200, body: text(event.answer) },
    ];
  }
  if ('socket' in event) return [{ kind: 'socket', socket, phase: 'connecting', url: event.socket }];
  if ('closed' in event) return [{ kind: 'socket', socket, phase: 'closed', url: event.closed }];
  const direction = 'out' in event ? 'out' : 'in';
  return [{ kind: 'frame', socket, direction, body: text('out' in event ? event.out : event.in) }];
}

/** A chat in the demo tenant's protocol. */
function chatEvents(example: ChatExample): CapturedEvent[] {
  const id = 'conv-1';
  const posted = 'posted' in example ? example.posted : example.options;
  const url = 'https://chat.example/api/v2/conversations/webchat';
  const stream = `wss://chat.example/api/v2/conversations/webchat/${id}/stream?token=tok-12345678`;
  const stored = field(field(posted, 'attributes'), 'custom');
  const started =
    'started' in example
      ? example.started
      : { custom: typeof stored === 'object' && stored !== null ? stored : {} };
  const frame = (direction: 'out' | 'in', content: unknown) =>
    ({ kind: 'frame', socket: 1, direction, body: text(content) }) as const;
  const options: Snapshot = JSON.parse(JSON.stringify(example.options));
  return asDocument([
    { kind: 'call', call: 1, api: 'cxoneChat', method: 'startChat', args: [options] },
    { kind: 'request', request: 1, via: 'fetch', method: 'POST', url, headers: [], body: text(posted) },
    {
      kind: 'response',
      request: 1,
      status: 201,
      body: text({
        conversationId: id,
        participantId: 'p-1',
        eventStreamUri: stream,
        ...(example.token !== false && { token: 'tok-12345678' }),
      }),
    },
    {
      kind: 'socket',
      socket: 1,
      phase: 'connecting',
      url: example.query ? `${stream}&${example.query}` : stream,
    },
    { kind: 'socket', socket: 1, phase: 'open', url: stream },
    frame('out', { type: 'conversation:join', conversationId: id }),
    ...('late' in example
      ? [frame('out', { type: 'conversation:attributes', conversationId: id, attributes: example.late })]
      : []),
    frame('in', {
      type: 'conversation:start',
      conversation: { id },
      ...(started !== null && { attributes: started }),
    }),
    ...('afterStart' in example
      ? [
          frame('out', {
            type: 'conversation:attributes',
            conversationId: id,
            attributes: example.afterStart,
          }),
        ]
      : []),
    ...('repaired' in example
      ? [
          {
            kind: 'request',
            request: 2,
            via: 'fetch',
            method: 'PUT',
            url: `${url}/${id}/participants/p-1`,
            headers: [],
            body: text(example.repaired),
          } as const,
        ]
      : []),
  ]);
}

/** The mapping of an example: one row for `crm_customer_id`, with the example's changes. */
export function exampleMapping(
  example: Partial<Pick<EventsExample, 'row' | 'dialect' | 'namespace' | 'unmapped'>> = {},
): Mapping {
  const { dialect = 'cxone-web-messaging', namespace = 'custom', unmapped = 'fail' } = example;
  const row: MappingRow = {
    key: 'crm_customer_id',
    namespace,
    required: true,
    type: 'string',
    pattern: '^CRM-[0-9]{6}$',
    aliases: ['customerId', 'customer_id'],
    mapped: true,
    ...example.row,
  };
  return { version: 1, name: 'Example', dialect, unmapped, attributes: [row] };
}

/** The conversations that the tracer finds in events. */
export function conversationsOf(
  events: readonly CapturedEvent[],
  dialects = DIALECTS,
): readonly Conversation[] {
  const tracer = createTracer(dialects);
  for (const event of events) tracer.add(event);
  return tracer.conversations();
}
