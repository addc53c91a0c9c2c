import type { CapturedEvent } from '../../core/capture/event.ts';

/** Names one event among those of all documents. */
export function eventId(event: CapturedEvent): string {
  return `${event.document}:${event.seq}`;
}

/** Names one attribute, in the trace, the payload and the mapping alike. */
export function attributeId(attribute: { readonly namespace: string; readonly key: string }): string {
  return `${attribute.namespace}:${attribute.key}`;
}
