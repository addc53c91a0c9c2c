import { afterAll, beforeAll } from 'vitest';
import { type Session, WEBCHAT_PATH } from '../../site/protocol.ts';
import { type Site, startSite } from '../../site/server.ts';

const DEPLOYMENT = { organizationId: 'org', deploymentId: 'web' };

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** The real demo server on a free port, for all tests of a file. */
export class Demo {
  #site: Site | undefined;

  constructor() {
    beforeAll(async () => {
      this.#site = await startSite();
    });
    afterAll(() => this.#site?.close());
  }

  get site(): Site {
    if (!this.#site) throw new Error('The demo is not running.');
    return this.#site;
  }

  /** Where the sockets are. */
  get sockets(): string {
    return this.site.url.replace(/^http/, 'ws');
  }

  request(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.site.url + path, init);
  }

  /** `POST` or `PUT` of a JSON body, with or without a Bearer token. */
  write(method: 'POST' | 'PUT', path: string, body: unknown, token?: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...bearer(token) };
    return this.request(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Creates a conversation with these fields beside the ids of the deployment. */
  async create(fields: Readonly<Record<string, unknown>> = {}): Promise<Session> {
    const response = await this.write('POST', WEBCHAT_PATH, { ...DEPLOYMENT, ...fields });
    return response.json();
  }

  async oauth(scope: string): Promise<string> {
    const response = await this.request('/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ scope }),
    });
    const { access_token } = await response.json();
    return access_token;
  }

  read(conversationId: string, token?: string): Promise<Response> {
    return this.request(`${WEBCHAT_PATH}/${conversationId}`, { headers: bearer(token) });
  }

  /** What the backend has stored of a conversation. */
  async stored(conversationId: string): Promise<unknown> {
    const response = await this.read(conversationId, await this.oauth('conversation:read'));
    const { custom_attributes } = await response.json();
    return custom_attributes;
  }
}
