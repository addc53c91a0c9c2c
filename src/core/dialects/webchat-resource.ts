import type { RequestEvent } from '../capture/event.ts';
import { parseUrl } from './url.ts';

const RESOURCE = /\/api\/v2\/conversations\/webchat(?:\/([^/?#]+))?(?:\/([^/?#]+)(?:\/([^/?#]+))?)?\/?$/;

/** What a request asks of the webchat resource of the REST API, by the paths that the forum thread names. */
export interface Resource {
  readonly conversationId?: string;
  readonly kind: 'create' | 'repair' | 'read-back' | 'other';
}

/** @returns `null` for a request of another resource */
export function resourceOf(request: RequestEvent): Resource | null {
  const [match, id, child, childId] = RESOURCE.exec(parseUrl(request.url)?.pathname ?? '') ?? [];
  if (match === undefined) return null;
  if (id === undefined) return { kind: request.method === 'POST' ? 'create' : 'other' };
  const conversationId = decodeURIComponentSafely(id);
  const writes = request.method === 'PUT' || request.method === 'PATCH';
  if (child === 'participants' && childId !== undefined && writes) return { kind: 'repair', conversationId };
  return { kind: request.method === 'GET' && child === undefined ? 'read-back' : 'other', conversationId };
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
