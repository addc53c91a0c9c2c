/**
 * The file formats. Their readers point at the line and the rule, which takes schemas and sentences that most visits to
 * the panel never need: they are loaded when a file is first read or written.
 */
import type { CaptureResult } from '../../core/capture/capture-file.ts';
import type { Mapping, MappingResult } from '../../core/mapping/mapping.ts';

export const mappingFormat = () => import('./mapping-format.ts');

/** Reads a mapping file: the mapping, or what is wrong with the file. */
export async function readMapping(text: string): Promise<MappingResult> {
  const { parseMapping } = await mappingFormat();
  return parseMapping(text);
}

/** The text of a mapping file. */
export async function writeMapping(mapping: Mapping): Promise<string> {
  const { serializeMapping } = await mappingFormat();
  return serializeMapping(mapping);
}

/** Reads a capture file: the capture, or what is wrong with the file. */
export async function readCapture(text: string): Promise<CaptureResult> {
  const { parseCapture } = await import('../../core/capture/capture-file.ts');
  return parseCapture(text);
}
