import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { playsOf } from '../../site/page/scenarios/play.js';
import { WEBCHAT_PATH } from '../../site/protocol.ts';
import { SCENARIOS } from '../../site/scenarios.ts';
import { startSite } from '../../site/server.ts';
import { Client } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();

test.each([
  ['/', 'text/html'],
  ['/?scenario=late-put', 'text/html'],
  ['/main.js', 'text/javascript'],
  ['/sdk/chats.js', 'text/javascript'],
  ['/sdk/cxone-digital/widget.js', 'text/javascript'],
  ['/messenger/index.html', 'text/html'],
  ['/styles/base.css', 'text/css'],
  ['/widget/index.html', 'text/html'],
])('%s is served as %s', async (path, type) => {
  const response = await demo.request(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
});

test('the page may come back from the back/forward cache', async () => {
  const response = await demo.request('/');
  expect(response.headers.get('cache-control')).not.toContain('no-store');
});

test('the page gets the scenarios and the mappings that the tools have', async () => {
  expect(await (await demo.request('/scenarios.json')).json()).toEqual(SCENARIOS);
  for (const mapping of new Set(SCENARIOS.map((scenario) => scenario.mapping))) {
    const file = readFileSync(new URL(`../../site/${mapping}`, import.meta.url), 'utf8');
    expect(await (await demo.request(`/${mapping}`)).json()).toEqual(JSON.parse(file));
  }
});

test.each([...new Set(SCENARIOS.map(({ dialect }) => dialect))])(
  'the page knows how to play every scenario of %s, and no other',
  async (dialect) => {
    const ids = SCENARIOS.filter((scenario) => scenario.dialect === dialect).map(({ id }) => id);
    expect(Object.keys(await playsOf(dialect)).sort()).toEqual(ids.sort());
  },
);

test.each(['/types.ts', '/nothing.js', '/../server.ts', '/%2e%2e/server.ts', '/.hidden.js', '//'])(
  '%s is not there',
  async (path) => {
    // Over a plain socket, since fetch would tidy the path up.
    const { hostname, port } = new URL(demo.site.otherOrigin);
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 404 /);
  },
);

test('files are for reading only', async () => {
  const response = await demo.request('/', { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
  const head = await demo.request('/', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});

test('a port that is taken is an error of the start', async () => {
  const port = Number(new URL(demo.site.url).port);
  await expect(startSite({ port })).rejects.toThrow('EADDRINUSE');
});

test('closing ends open sockets, and the port is free again', async () => {
  const site = await startSite();
  const response = await fetch(site.url + WEBCHAT_PATH, {
    method: 'POST',
    body: JSON.stringify({ organizationId: 'o', deploymentId: 'd' }),
  });
  const { client } = await Client.join(await response.json());
  await Promise.all([site.close(), client.closed]);
  const again = await startSite({ port: Number(new URL(site.url).port) });
  await again.close();
});
