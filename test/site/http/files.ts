import { readFile } from 'node:fs/promises';
import { SCENARIOS } from '../scenarios.ts';
import { type Answer, json, methodNotAllowed, problem } from './answer.ts';

const PAGE = new URL('../page/', import.meta.url);
const MAPPINGS = new URL('../', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The names of the mappings that scenarios should match. */
const MAPPING_NAMES: ReadonlySet<string> = new Set(SCENARIOS.map(({ mapping }) => mapping));

/** Names without a leading dot and without `..`: nothing outside of the page's folder can be asked for. */
const FILE = /^\/((?:[a-z0-9-]+\/)*[a-z0-9-]+\.(html|css|js))$/;

async function file(url: URL, type: string): Promise<Answer> {
  // The page has dozens of modules, and each scenario loads it anew. Not `no-store`: what must not be stored never comes back
  // from the back/forward cache.
  return {
    status: 200,
    headers: { 'content-type': type, 'cache-control': 'max-age=60' },
    body: await readFile(url),
  };
}

function absent(path: string): Answer {
  return problem({
    status: 404,
    code: 'not-found',
    message: `${path} is not there.`,
    reason: 'The demo page has no such file.',
    action: 'Open / for the list of scenarios.',
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Answers a request for the demo page: its files, the list of scenarios and their mappings. */
export async function answerFile(method: string, path: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(method, path, ['GET', 'HEAD']);
  if (path === '/scenarios.json') return json(200, SCENARIOS);
  const asked = path.slice(1);
  if (MAPPING_NAMES.has(asked)) return file(new URL(asked, MAPPINGS), 'application/json; charset=utf-8');
  const [, name, ending = ''] = FILE.exec(path === '/' ? '/index.html' : path) ?? [];
  const type = TYPES[ending];
  if (name === undefined || type === undefined) return absent(path);
  try {
    return await file(new URL(name, PAGE), type);
  } catch (error) {
    if (isMissing(error)) return absent(path);
    throw error;
  }
}
