import { foldName, nearness } from '../checks/names.ts';
import type { Mapping, MappingRow } from '../mapping/mapping.ts';

/** Ends of names, without case and separators, under which credentials travel: `x-api-key`, `sessionToken`, `Set-Cookie`. */
const SECRET_NAME =
  /(?:tokens?|bearer|password|passwd|pwd|passphrase|secret|credentials?|authorization|cookie|jwt|apikey|privatekey|signature)$/;

/** Tells by its name whether a field, a header or a parameter holds what must not leave the panel. */
export type IsSecretName = (name: string) => boolean;

/**
 * Names of credentials, and the keys of the mapping's sensitive rows in every spelling that a page may have used by
 * mistake: hiding too much is mended by switching redaction off, hiding too little by nothing.
 */
export function secretNames(mapping: Mapping | null): IsSecretName {
  const sensitive = (mapping?.attributes ?? []).filter((row) => row.sensitive).flatMap(namesOf);
  const known = new Map<string, boolean>();
  return (name) => {
    let secret = known.get(name);
    if (secret === undefined) {
      secret = SECRET_NAME.test(foldName(name)) || sensitive.some((key) => nearness(name, key) !== null);
      known.set(name, secret);
    }
    return secret;
  };
}

function namesOf({ key, aliases = [], paths = {} }: MappingRow): readonly string[] {
  const lastSteps = Object.values(paths).flatMap(
    (path) => path.split(/[.[\]"']+/).findLast((step) => step !== '') ?? [],
  );
  return [key, ...aliases, ...lastSteps];
}
