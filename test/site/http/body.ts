import { isObject, type JsonObject, parseJson } from '../tenant/json.ts';
import { type Answer, problem } from './answer.ts';
import type { ApiRequest } from './request.ts';

type Body =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly answer: Answer };

/** The JSON object in the body of a request, or the refusal: `message` says what was not done. */
export function bodyOf(request: ApiRequest, message: string): Body {
  const refuse = (code: string, reason: string, action: string): Body => ({
    ok: false,
    answer: problem({ status: 400, code, message, reason, action }),
  });
  const parsed = parseJson(request.body);
  if (!parsed.ok)
    return refuse('body.not-json', `The body is not JSON: ${parsed.reason}.`, 'Send a JSON object.');
  if (!isObject(parsed.value)) {
    return refuse('body.not-object', 'The body is JSON, but not an object.', 'Send a JSON object.');
  }
  return { ok: true, value: parsed.value };
}

/** What a request is about is not there. */
export function notFound(message: string, reason: string, action: string): Answer {
  return problem({ status: 404, code: 'not-found', message, reason, action });
}
