import { sameValue } from '../capture/walk.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Mapping, MappingRow } from '../mapping/mapping.ts';
import type { Conversation, Sighting } from '../trace/trace.ts';
import { mayBeAttribute } from './identity.ts';
import { nearness } from './names.ts';
import { createOverrides, type Overrides } from './overrides.ts';
import type { Subject } from './subject.ts';

/**
 * Sorts the sightings of a conversation by the attribute they speak of: one subject for each row of the mapping, and one
 * for each attribute that was seen and that no row claims. A sighting speaks of one attribute only.
 */
export function matchSubjects(
  conversation: Conversation,
  dialect: Dialect,
  mapping: Mapping | null,
): readonly Subject[] {
  const rows = mapping?.attributes ?? [];
  const claims = new Map<Sighting, Claim>();
  for (const sighting of rows.length === 0 ? [] : conversation.sightings) {
    const claim = claimOf(sighting, rows, dialect);
    if (claim) claims.set(sighting, claim);
  }
  const of = (row: MappingRow, how: Claim['how']): readonly Sighting[] =>
    conversation.sightings.filter((sighting) => {
      const claim = claims.get(sighting);
      return claim?.row === row && claim.how === how;
    });
  const overrides = createOverrides(conversation, rows);
  const subjects = rows.map((row) => ({
    conversation,
    dialect,
    mapping,
    row,
    key: row.key,
    namespace: row.namespace,
    ...withOverrides(overrides, row, of(row, 'exact'), of(row, 'misplaced')),
    near: of(row, 'near'),
    identity: of(row, 'identity'),
  }));
  const rest = conversation.sightings.filter((sighting) => !claims.has(sighting));
  return [...subjects, ...unmappedSubjects(conversation, dialect, mapping, rest)];
}

/** Where the mapping says itself where an attribute rides, what stands elsewhere at that stage is misplaced. */
function withOverrides(
  overrides: Overrides,
  row: MappingRow,
  exact: readonly Sighting[],
  misplaced: readonly Sighting[],
): Pick<Subject, 'exact' | 'misplaced'> {
  const { paths } = row;
  if (!paths) return { exact, misplaced };
  const overridden = overrides(row);
  const elsewhere = [...exact, ...misplaced].filter(
    (sighting) => !overridden.some(({ event, path }) => event === sighting.event && path === sighting.path),
  );
  const stays = (sighting: Sighting): boolean =>
    paths[sighting.stage] === undefined && exact.includes(sighting);
  return {
    exact: [...overridden, ...elsewhere.filter(stays)].sort((a, b) => a.event.time - b.event.time),
    misplaced: elsewhere.filter((sighting) => !stays(sighting)),
  };
}

interface Claim {
  readonly row: MappingRow;
  readonly how: 'exact' | 'misplaced' | 'near' | 'identity';
}

function claimOf(sighting: Sighting, rows: readonly MappingRow[], dialect: Dialect): Claim | null {
  const { key, namespace, role } = sighting;
  const sameKey = rows.filter((row) => row.key === key);
  const exact = sameKey.find((row) => row.namespace === namespace && role === 'attribute');
  if (exact) return { row: exact, how: 'exact' };
  const [elsewhere] = sameKey;
  if (elsewhere && role !== 'identity') return { row: elsewhere, how: 'misplaced' };

  const row =
    rows.find((candidate) => candidate.aliases?.includes(key)) ??
    nearest(key, rows, role === 'attribute' ? Number.POSITIVE_INFINITY : 0);
  if (!row) return null;
  if (role === 'identity') return mayBeAttribute(sighting, dialect, row) ? { row, how: 'identity' } : null;
  // An option of the page may be called anything: only a name that the mapping lists makes it this attribute.
  if (role === 'option' && !row.aliases?.includes(key)) return null;
  return { row, how: role === 'option' ? 'identity' : 'near' };
}

/** The row whose key is nearest to a name, if any is near enough. */
function nearest(key: string, rows: readonly MappingRow[], limit: number): MappingRow | null {
  let best: MappingRow | null = null;
  let distance = limit;
  for (const row of rows) {
    const near = nearness(key, row.key);
    if (near !== null && (near < distance || (best === null && near <= distance))) {
      best = row;
      distance = near;
    }
  }
  return best;
}

/** What was seen and no row claims: attributes by key and namespace, and identifiers that nothing else carries. */
function unmappedSubjects(
  conversation: Conversation,
  dialect: Dialect,
  mapping: Mapping | null,
  rest: readonly Sighting[],
): readonly Subject[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of rest) {
    if (sighting.role !== 'attribute') continue;
    const id = JSON.stringify([sighting.namespace, sighting.key]);
    const group = groups.get(id);
    if (group) group.push(sighting);
    else groups.set(id, [sighting]);
  }
  const [namespace = ''] = dialect.namespaces;
  const base = { conversation, dialect, mapping, row: null, misplaced: [], near: [] };
  const attributes = [...groups.values()].flatMap((exact): readonly Subject[] => {
    const [first] = exact;
    if (!first) return [];
    // Without a mapping, a namespace that the dialect does not have is all that can be called misplaced.
    const stray = mapping === null && !dialect.namespaces.includes(first.namespace ?? '');
    return stray
      ? [{ ...base, key: first.key, namespace, exact: [], misplaced: exact, identity: [] }]
      : [{ ...base, key: first.key, namespace: first.namespace ?? '', exact, identity: [] }];
  });
  return [...attributes, ...identitySubjects(base, namespace, rest)];
}

/** An identifier is worth a row of its own only when its value travels in no attribute at all. */
function identitySubjects(
  base: Pick<Subject, 'conversation' | 'dialect' | 'mapping' | 'row' | 'misplaced' | 'near'>,
  namespace: string,
  rest: readonly Sighting[],
): readonly Subject[] {
  if (base.mapping) return [];
  const carried = (identity: Sighting): boolean =>
    base.conversation.sightings.some(
      (sighting) => sighting.role === 'attribute' && sameValue(sighting.value, identity.value),
    );
  const identities = rest.filter(
    (sighting) =>
      sighting.role === 'identity' && mayBeAttribute(sighting, base.dialect, null) && !carried(sighting),
  );
  const keys = [...new Set(identities.map(({ key }) => key))];
  return keys.map((key) => ({
    ...base,
    key,
    namespace,
    exact: [],
    identity: identities.filter((sighting) => sighting.key === key),
  }));
}
