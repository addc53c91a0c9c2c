import type { Body, DocumentEvent } from '../core/capture/event.ts';

/**
 * Marks the body of an event that was cut, and adds a notice that says so. The page script cuts in silence, since every
 * byte of it is paid for on every page.
 */
export function tellCut(event: DocumentEvent): DocumentEvent[] {
  if (!('body' in event) || !isCut(event.body)) return [event];
  const { body, kind, seq, time } = event;
  const unit = body.type === 'text' ? 'characters' : 'bytes';
  return [
    { ...event, body: { ...body, cut: true } },
    { kind: 'notice', seq: seq + 1, time, code: 'cut', detail: `${kind} of ${body.size} ${unit}` },
  ];
}

type Sized = Extract<Body, { type: 'text' | 'binary' }>;

function isCut(body: Body): body is Sized {
  if (body.type === 'text') return body.text.length < body.size;
  // Base64 takes four characters for three bytes.
  return body.type === 'binary' && body.base64.length < Math.ceil(body.size / 3) * 4;
}
