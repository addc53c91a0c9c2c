import type { IncomingMessage } from 'node:http';

/** What an API handler needs to know of a request. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Where the tenant's sockets are, as the asking page reaches them: `ws://localhost:8080`. */
  readonly streamOrigin: string;
}

const MAX_BODY = 1024 * 1024;

/** Reads a body as UTF-8 text; `undefined` when it is larger than the tenant takes. */
export async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // Read on, so that the refusal can be delivered; only forget what came.
    if (size <= MAX_BODY) chunks.push(bytes);
  }
  return size <= MAX_BODY ? Buffer.concat(chunks).toString('utf8') : undefined;
}

/** Path and query of a request target. Never throws, unlike `new URL` for a target such as `//`. */
export function splitTarget(target = '/'): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', ...query] = target.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}
