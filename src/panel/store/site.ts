import type { DocumentInfo } from '../../core/capture/event.ts';

/** The origin that a mapping is remembered for; `null` for a document that has none of its own (`about:blank`, `data:`). */
export function siteOf(top: DocumentInfo | null): string | null {
  if (top === null || !URL.canParse(top.url)) return null;
  const { origin } = new URL(top.url);
  return origin === 'null' ? null : origin;
}
