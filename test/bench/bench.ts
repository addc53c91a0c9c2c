/** `npm run bench`: measures what the extension costs, prints one table and writes `bench.json`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { formatTable } from '../../src/cli/table.ts';
import { measurePage } from './measure-page.ts';
import { measurePanel } from './measure-panel.ts';
import { measureReading } from './measure-reading.ts';
import { measureSend } from './measure-send.ts';
import { measureSizes } from './measure-sizes.ts';
import { isWithin, toCells } from './row.ts';

const FILE = fileURLToPath(new URL('../../bench.json', import.meta.url));

const extension = await buildExtension();
const rows = [
  ...(await measureSend(extension)),
  ...(await measurePage(extension)),
  ...(await measureReading()),
  ...(await measurePanel(extension)),
  ...measureSizes(extension),
];
console.log(formatTable([['', 'measured', 'allowed', ''], ...rows.map(toCells)]));
writeFileSync(FILE, `${JSON.stringify({ date: new Date().toISOString(), rows }, null, 2)}\n`);
process.exitCode = rows.every(isWithin) ? 0 : 1;
