import type { Dialect } from '../dialects/dialect.ts';
import type { Mapping, MappingRow } from '../mapping/mapping.ts';
import { attributeName } from '../trace/attribute-name.ts';
import type { Conversation, Sighting } from '../trace/trace.ts';
import { mayBeAttribute } from './identity.ts';
import { nearness } from './names.ts';
import { createOverrides, type Overrides } from './overrides.ts';
import type { Subject } from './subject.ts';

/** So many attributes that no row asks for become subjects: no chat has more, but a page can make up names without an end. */
const MOST_UNMAPPED = 200;

export interface Matched {
  readonly subjects: readonly Subject[];
  /** How many attributes became none, and how many sightings were let go between the first of an attribute and the last. */
  readonly unmatched: number;
  readonly passedOver: number;
}

/**
 * Sorts the sightings of a conversation by the attribute they speak of: one subject for each row of the mapping, and one
 * for each attribute that was seen and that no row claims. A sighting speaks of one attribute only.
 */
export function matchSubjects(
  conversation: Conversation,
  dialect: Dialect,
  mapping: Mapping | null,
): Matched {
  const rows = mapping?.attributes ?? [];
  const { claimed, rest } = sortByClaim(conversation.sightings, rows, dialect);
  const overrides = createOverrides(conversation, rows);
  const passedOver = conversation.passedOver + overrides.passedOver;
  const partial = passedOver > 0;
  const subjects = rows.map((row) => {
    const { exact, misplaced, near, identity } = claimed.get(row) ?? UNCLAIMED;
    return {
      conversation,
      dialect,
      mapping,
      row,
      key: row.key,
      namespace: row.namespace,
      ...withOverrides(overrides, row, exact, misplaced),
      near,
      identity,
      partial,
    };
  });
  const unmapped = unmappedSubjects({ conversation, dialect, mapping, partial }, rest);
  return {
    subjects: [...subjects, ...unmapped.slice(0, MOST_UNMAPPED)],
    unmatched: Math.max(0, unmapped.length - MOST_UNMAPPED),
    passedOver,
  };
}

/** What is the same for every subject. */
type AboutAll = Pick<Subject, 'conversation' | 'dialect' | 'mapping' | 'partial'>;

type Claimed = Pick<Subject, Claim['how']>;
const UNCLAIMED: Claimed = { exact: [], misplaced: [], near: [], identity: [] };

/** The sightings that each row claims, and those that none does. */
function sortByClaim(
  sightings: readonly Sighting[],
  rows: readonly MappingRow[],
  dialect: Dialect,
): { readonly claimed: ReadonlyMap<MappingRow, Claimed>; readonly rest: readonly Sighting[] } {
  if (rows.length === 0) return { claimed: new Map(), rest: sightings };
  const claimed = new Map(
    rows.map((row): [MappingRow, Record<Claim['how'], Sighting[]>] => [
      row,
      { exact: [], misplaced: [], near: [], identity: [] },
    ]),
  );
  const claims = new Map<string, Claim | null>();
  const rest: Sighting[] = [];
  for (const sighting of sightings) {
    const { key, namespace, role } = sighting;
    const name = `${role} ${attributeName(namespace, key)}`;
    let claim = claims.get(name);
    if (claim === undefined) {
      claim = claimOf(sighting, rows);
      claims.set(name, claim);
    }
    const refused = role === 'identity' && claim && !mayBeAttribute(sighting, dialect, claim.row);
    const own = claim && !refused ? claimed.get(claim.row)?.[claim.how] : undefined;
    (own ?? rest).push(sighting);
  }
  return { claimed, rest };
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
  const overridden = overrides.of(row);
  // An event is of one stage, and a row has one path for each.
  const counted = new Map(overridden.map(({ event, path }) => [event, path]));
  const isElsewhere = ({ event, path }: Sighting): boolean => counted.get(event) !== path;
  const stays = ({ stage }: Sighting): boolean => paths[stage] === undefined;
  const elsewhere = exact.filter(isElsewhere);
  return {
    exact: [...overridden, ...elsewhere.filter(stays)].sort((a, b) => a.event.time - b.event.time),
    misplaced: [...elsewhere.filter((sighting) => !stays(sighting)), ...misplaced.filter(isElsewhere)],
  };
}

interface Claim {
  readonly row: MappingRow;
  readonly how: 'exact' | 'misplaced' | 'near' | 'identity';
}

/** Which row a name speaks of, and how; an identifier only if its value may be the attribute's. */
function claimOf(
  { key, namespace, role }: Pick<Sighting, 'key' | 'namespace' | 'role'>,
  rows: readonly MappingRow[],
): Claim | null {
  const sameKey = rows.filter((row) => row.key === key);
  const exact = sameKey.find((row) => row.namespace === namespace && role === 'attribute');
  if (exact) return { row: exact, how: 'exact' };
  const [elsewhere] = sameKey;
  if (elsewhere && role !== 'identity') return { row: elsewhere, how: 'misplaced' };

  const row =
    rows.find((candidate) => candidate.aliases?.includes(key)) ??
    nearest(key, rows, role === 'attribute' ? Number.POSITIVE_INFINITY : 0);
  if (!row) return null;
  if (role === 'identity') return { row, how: 'identity' };
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
function unmappedSubjects(about: AboutAll, rest: readonly Sighting[]): readonly Subject[] {
  const { dialect, mapping } = about;
  const groups = new Map<string, Sighting[]>();
  for (const sighting of rest) {
    if (sighting.role !== 'attribute') continue;
    const id = attributeName(sighting.namespace, sighting.key);
    const group = groups.get(id);
    if (group) group.push(sighting);
    else groups.set(id, [sighting]);
  }
  const [namespace = ''] = dialect.namespaces;
  const base = { ...about, row: null, misplaced: [], near: [] };
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
  base: AboutAll & Pick<Subject, 'row' | 'misplaced' | 'near'>,
  namespace: string,
  rest: readonly Sighting[],
): readonly Subject[] {
  if (base.mapping) return [];
  const carried = new Set(
    base.conversation.sightings
      .filter(({ role }) => role === 'attribute')
      .map(({ value }) => JSON.stringify(value)),
  );
  const identities = rest.filter(
    (sighting) =>
      sighting.role === 'identity' &&
      mayBeAttribute(sighting, base.dialect, null) &&
      !carried.has(JSON.stringify(sighting.value)),
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
