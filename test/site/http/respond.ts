import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, problem } from './answer.ts';
import { answerApi, isApiPath } from './api.ts';
import { corsHeaders } from './cors.ts';
import { answerFile } from './files.ts';
import { readBody, splitTarget } from './request.ts';

/** The two names of the server; to a browser they are two origins. */
export interface Origins {
  readonly url: string;
  readonly otherOrigin: string;
}

function streamOrigin(host: string | undefined, origins: Origins): string {
  const asked = `http://${host}` === origins.otherOrigin ? origins.otherOrigin : origins.url;
  return asked.replace(/^http/, 'ws');
}

const TOO_LARGE = problem({
  status: 413,
  code: 'body.too-large',
  message: 'The request was not read.',
  reason: 'Its body is larger than 1 MB.',
  action: 'Send less.',
});

async function answerTenant(
  message: IncomingMessage,
  path: string,
  tenant: Tenant,
  origins: Origins,
): Promise<Answer> {
  const cors = corsHeaders(message.headers.origin, [origins.url, origins.otherOrigin]);
  if (message.method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
  const body = await readBody(message);
  if (body === undefined) return { ...TOO_LARGE, headers: { ...cors, ...TOO_LARGE.headers } };
  const answer = answerApi(tenant, {
    method: message.method ?? 'GET',
    path,
    authorization: message.headers.authorization,
    body,
    streamOrigin: streamOrigin(message.headers.host, origins),
  });
  return { ...answer, headers: { ...cors, ...answer.headers } };
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  // Node leaves the body of an answer to HEAD out by itself.
  response.end(answer.body);
}

/** Answers every request of the demo: the tenant's API, or a file of the page. */
export function respond(tenant: Tenant, origins: () => Origins): RequestListener {
  return (message, response) => {
    const { path } = splitTarget(message.url);
    const answer = isApiPath(path)
      ? answerTenant(message, path, tenant, origins())
      : answerFile(message.method ?? 'GET', path);
    answer.then(
      (value) => write(response, value),
      (error: unknown) => {
        console.error(error);
        response.destroy();
      },
    );
  };
}
