import type { DocumentEvent, TappedEvent } from '../../../src/core/capture/event.ts';
import type { Taps } from '../../../src/core/capture/link.ts';
import type { ChatExample, Example } from '../../../src/core/checks/check.ts';
import type { JudgedConversation } from '../../../src/core/checks/finding.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import type { Received } from '../../../src/panel/store/log.ts';
import type { MappingStorage } from '../../../src/panel/store/panel.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

/** A frame that came in, with nothing of interest in it. */
export const frame = (text = '{"type":"message"}'): Omit<TappedEvent & { kind: 'frame' }, 'time'> => ({
  kind: 'frame',
  socket: 1,
  direction: 'in',
  body: { type: 'text', text, size: text.length },
});

/** Frames numbered and timed as asked for. */
export const frames = (...numbers: readonly (readonly [seq: number, time: number])[]): DocumentEvent[] =>
  numbers.map(([seq, time]) => ({ ...frame(), seq, time }));

interface Message {
  readonly id?: string;
  readonly url?: string;
  readonly top?: boolean;
  readonly events?: readonly DocumentEvent[];
  readonly lost?: number;
  readonly malformed?: number;
}

/** One message of a relay, as the panel's parser gives it. */
export function message({
  id = 'top',
  url = 'https://shop.example/',
  top = true,
  events = [],
  lost = 0,
  malformed = 0,
}: Message): Received {
  return { message: { type: 'cxone-payload/events', document: { id, url, top }, events, lost }, malformed };
}

/** The message with which the chat of an example arrives. */
export function exampleMessage(example: Example, from: Message = {}): Received {
  const events = exampleEvents(example).map(({ document: _, ...event }): DocumentEvent => event);
  return message({ ...from, events });
}

/** The first conversation of an example, judged. */
export function judgedExample(
  example: Example,
  mapping: Mapping | null = exampleMapping(example),
): JudgedConversation {
  const [conversation] = conversationsOf(exampleEvents(example));
  if (conversation === undefined) throw new Error('The example has no conversation');
  return judge(conversation, mapping);
}

export const TRANSIENT: ChatExample = {
  title: 'only in the transient identifier',
  options: { customerId: 'CRM-882910', name: 'John Doe' },
};

export const GOOD: ChatExample = {
  title: 'as it should be',
  options: { name: 'John Doe', attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
};

/** Mappings of sites, and what they declare, kept in memory. */
export function memoryStorage(
  kept: Map<string, string> = new Map(),
  declared: Map<string, Taps | null> = new Map(),
): MappingStorage {
  return {
    load: async (site) => kept.get(site) ?? null,
    save: async (site, text, taps) => {
      declared.set(site, taps);
      if (text === null) kept.delete(site);
      else kept.set(site, text);
    },
  };
}
