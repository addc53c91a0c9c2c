import schema from '../../../public/capture.schema.json' with { type: 'json' };
import { shapeFaults, versionFault } from '../json/faults.ts';
import { type Fault, someOf } from '../json/file-error.ts';
import { formatPath, type Path } from '../json/path.ts';
import { type JsonFile, readJson } from '../json/read.ts';
import { isFields } from './guards.ts';
import { parseDocumentInfo } from './parse.ts';
import { parseDocumentEvent } from './parse-event.ts';

/** What is wrong with the text of a capture file that was refused. */
export function captureFaults(text: string): readonly Fault[] {
  const file = readJson(text);
  if ('rule' in file) return [file];
  const newer = versionFault(file);
  if (newer) return [newer];
  const faults = someOf(shapeFaults(file, schema));
  // The rules that a schema cannot say build on its shape.
  return faults.length > 0 ? faults : someOf(ruleFaults(file));
}

function* ruleFaults(file: JsonFile): Generator<Fault> {
  const fault = (path: Path, rule: string, message: string): Fault => ({
    offset: file.offsetOf(path),
    path: formatPath(path),
    rule,
    message,
  });
  const ids = new Set<unknown>();
  for (const [i, document] of listOf(file, 'documents').entries()) {
    const id = parseDocumentInfo(document)?.id;
    if (id === undefined) {
      yield fault(['documents', i], 'size', 'This document has a longer id or URL than is read: remove it.');
    } else if (ids.has(id)) {
      yield fault(
        ['documents', i, 'id'],
        'duplicate-document',
        'A document of this id stands above: remove one.',
      );
    }
    ids.add(id);
  }
  for (const [i, event] of listOf(file, 'events').entries()) {
    if (!isFields(event) || !ids.has(event.document)) {
      const message = 'This event is of a document that "documents" does not name: add it there.';
      yield fault(['events', i, 'document'], 'document', message);
    } else if (parseDocumentEvent(event) === null) {
      yield fault(
        ['events', i],
        'size',
        'This event is deeper, or has longer texts or lists, than is read: remove it.',
      );
    }
  }
}

function listOf(file: JsonFile, name: string): readonly unknown[] {
  const list = isFields(file.value) ? file.value[name] : [];
  return Array.isArray(list) ? list : [];
}
