import type { CapturedEvent, DocumentInfo } from '../../core/capture/event.ts';

/** What is known of an event apart from what it carried, as names and values. */
export function factsOf(
  event: CapturedEvent,
  document: DocumentInfo | null,
): readonly (readonly [name: string, value: string])[] {
  const where = document === null ? event.document : `${document.url}${document.top ? '' : ' (frame)'}`;
  return [
    ['Kind', event.kind],
    ['Time', new Date(event.time).toISOString()],
    ...ownFacts(event),
    ['Document', where],
    ['Number', String(event.seq)],
  ];
}

function ownFacts(event: CapturedEvent): readonly (readonly [string, string])[] {
  switch (event.kind) {
    case 'call':
      return [
        ['Call', event.method === '' ? event.api : `${event.api}.${event.method}`],
        ...(event.queued ? [['Queued', 'made before the SDK was there'] as const] : []),
      ];
    case 'return':
      return [['Outcome', event.outcome]];
    case 'socket':
      return [
        ['URL', event.url],
        ['Phase', event.phase],
        ...(event.protocols?.length ? [['Sub-protocols', event.protocols.join(', ')] as const] : []),
        ...(event.code === undefined
          ? []
          : [['Code', `${event.code} ${event.reason ?? ''}`.trim()] as const]),
      ];
    case 'frame':
      return [['Direction', event.direction === 'out' ? 'to the server' : 'from the server']];
    case 'request':
      return [
        ['Request', `${event.method} ${event.url}`],
        ['Via', event.via],
        ...event.headers.map(([name, value]) => [name, value] as const),
      ];
    case 'response':
      return [['Status', event.status === 0 ? 'failed before an answer came' : String(event.status)]];
    case 'notice':
      return event.count === undefined ? [] : [['Count', String(event.count)]];
  }
}

/** The text that went over the wire, as it was; `null` where there was none. */
export function rawText(event: CapturedEvent): string | null {
  switch (event.kind) {
    case 'frame':
    case 'request':
    case 'response':
      return event.body.type === 'text' ? event.body.text : null;
    default:
      return null;
  }
}
