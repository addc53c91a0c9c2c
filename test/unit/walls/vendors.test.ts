import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OBSERVED_GLOBALS } from '../../../src/core/dialects/observed.ts';

const PANEL = fileURLToPath(new URL('../../../src/panel/', import.meta.url));

/** Our own name holds a vendor's. */
const OWN_NAME = /cxone[- ]payload( inspector)?/gi;
const VENDORS = new RegExp(['cxone', 'genesys', 'brand ?embassy', ...OBSERVED_GLOBALS].join('|'), 'i');

const sources = readdirSync(PANEL, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(tsx?|html|css)$/.test(file),
);

test('the panel is there to be looked at', () => {
  expect(sources).not.toEqual([]);
});

test.each(sources)('the panel names no vendor: %s', (file) => {
  const text = readFileSync(join(PANEL, file), 'utf8').replace(OWN_NAME, '');
  expect(VENDORS.exec(text)?.[0]).toBeUndefined();
});
