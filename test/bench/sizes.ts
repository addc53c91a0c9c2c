/** `npm run sizes`: fails when a part of the extension is larger than it may be. */
import { buildExtension } from '../../src/cli/build-extension.ts';
import { formatTable } from '../../src/cli/table.ts';
import { measureSizes } from './measure-sizes.ts';
import { isWithin, toCells } from './row.ts';

const rows = measureSizes(await buildExtension());
console.log(formatTable([['gzip', 'measured', 'allowed', ''], ...rows.map(toCells)]));
process.exitCode = rows.every(isWithin) ? 0 : 1;
