/** What `formats.ts` loads in one piece. */
export { parseMapping } from '../../core/mapping/parse.ts';
export { serializeMapping } from '../../core/mapping/serialize.ts';
export { addSeen } from './add-seen.ts';
