import type { Taps } from '../capture/link.ts';
import { urlPattern } from '../dialects/pattern.ts';
import type { Mapping } from './mapping.ts';

/** What content scripts have to observe for the dialect that a mapping declares; `null`: it declares none. */
export function tapsOf(mapping: Mapping | null): Taps | null {
  if (!mapping?.declaration) return null;
  const { globals = [], urls = {} } = mapping.declaration;
  const { create = [], readBack = [], other = [] } = urls;
  return { globals: globals.map(({ name }) => name), urls: urlPattern([...create, ...readBack, ...other]) };
}
