import schema from '../../../public/capture.schema.json' with { type: 'json' };
import { type FileError, toFileErrors } from '../json/file-error.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { captureFaults } from './capture-faults.ts';
import type { CapturedEvent, DocumentInfo, FrameEvent } from './event.ts';
import { type Fields, isCount, isFields, isText, isTime } from './guards.ts';
import { parseDocumentInfo } from './parse.ts';
import { parseDocumentEvent } from './parse-event.ts';
import { createRedactor } from './redact.ts';

/** The ordered events of one tab, and the documents that they come from. */
export interface Capture {
  readonly documents: readonly DocumentInfo[];
  readonly events: readonly CapturedEvent[];
  /** How many events fell out before they were captured. */
  readonly lost: number;
}

/** What is wrong with a capture file, where, and which rule says so. */
export type CaptureError = FileError;

export type CaptureResult =
  | { readonly ok: true; readonly capture: Capture }
  | { readonly ok: false; readonly errors: readonly CaptureError[] };

/**
 * The text of a capture file, one event a line. With `redact`, credentials and the values of the mapping's sensitive
 * rows are taken out wherever they occur.
 */
export function serializeCapture(
  capture: Capture,
  options: { readonly redact: boolean; readonly mapping: Mapping | null },
): string {
  const { documents, events, lost } = options.redact ? redactCapture(capture, options.mapping) : capture;
  const head = {
    $schema: schema.$id,
    version: 1,
    ...(options.redact && { redacted: true }),
    lost,
    documents,
  };
  const lines = events.map((event) => JSON.stringify(event));
  return `${JSON.stringify(head).slice(0, -1)},"events":[\n${lines.join(',\n')}\n]}\n`;
}

function redactCapture({ documents, events, lost }: Capture, mapping: Mapping | null): Capture {
  const redactor = createRedactor({ events, urls: documents.map(({ url }) => url) }, mapping, {
    numbered: true,
    sentences: false,
  });
  return {
    documents: documents.map((document) => ({ ...document, url: redactor.text(document.url) })),
    events: events.map(redactor.event),
    lost,
  };
}

/**
 * Reads a capture file, which may come from anybody.
 * @returns the capture, or what is wrong with the file, in order of position. Fields that are not known are dropped.
 */
export function parseCapture(text: string): CaptureResult {
  const source = text.replace(/^\ufeff/, '');
  const capture = toCapture(parseValue(source));
  // Where a fault stands is looked for only when there is one: a capture can be 100 MB, and is nearly always sound.
  return capture ? { ok: true, capture } : { ok: false, errors: toFileErrors(source, captureFaults(source)) };
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toCapture(value: unknown): Capture | null {
  if (!isFields(value) || value.version !== 1 || !isCount(value.lost)) return null;
  if (!Array.isArray(value.documents) || !Array.isArray(value.events)) return null;
  const documents = new Map<unknown, DocumentInfo>();
  for (const item of value.documents) {
    const document = parseDocumentInfo(item);
    if (!document || documents.has(document.id)) return null;
    documents.set(document.id, document);
  }
  const events: CapturedEvent[] = [];
  for (const item of value.events) {
    const event = toCapturedEvent(item, documents);
    if (!event) return null;
    events.push(event);
  }
  return { documents: [...documents.values()], events, lost: value.lost };
}

function toCapturedEvent(
  value: unknown,
  documents: ReadonlyMap<unknown, DocumentInfo>,
): CapturedEvent | null {
  const document = isFields(value) ? documents.get(value.document) : undefined;
  if (document && isWholeFrame(value)) return value;
  const event = document && parseDocumentEvent(value);
  // The event is a copy of our own already: another would take longer than to parse it did.
  return event ? Object.assign(event, { document: document.id }) : null;
}

/**
 * Whether a value is a frame of text that was kept whole, with its fields and no others. Such frames are nearly all of a
 * long capture, and need no copy to be rid of anything.
 */
function isWholeFrame(value: unknown): value is FrameEvent & { readonly document: string } {
  if (!isFields(value) || value.kind !== 'frame' || !isFields(value.body)) return false;
  const { seq, time, socket, direction, body } = value;
  if (!isCount(seq) || !isTime(time) || !isCount(socket)) return false;
  if (direction !== 'out' && direction !== 'in') return false;
  if (body.type !== 'text' || !isText(body.text) || !isCount(body.size)) return false;
  return countFields(value) === 7 && countFields(body) === 3;
}

/** As `Object.keys` tells it, without a list for each frame. */
function countFields(value: Fields): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}
