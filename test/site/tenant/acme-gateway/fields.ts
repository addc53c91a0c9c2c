import { isObject } from '../json.ts';

/** Values that the gateway holds, by namespace and name. */
export type Fields = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The fields that the gateway knows. Any other is dropped without an error. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  crm: ['customer_id'],
  shop: ['order_note'],
};

/** Longest value that the gateway takes, in characters. */
const MAX_LENGTH = 200;

interface Field {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** The pairs of a frame: `{ <namespace>: [{ name, value }, …] }`. What is no pair of texts is passed over. */
function pairsOf(given: unknown): readonly Field[] {
  if (!isObject(given)) return [];
  return Object.entries(given).flatMap(([namespace, pairs]) =>
    (Array.isArray(pairs) ? pairs : []).flatMap((pair: unknown) =>
      isObject(pair) && typeof pair.name === 'string' && typeof pair.value === 'string'
        ? [{ namespace, name: pair.name, value: pair.value }]
        : [],
    ),
  );
}

/** Why a frame with these fields is refused, all of it; `null`: it is not. */
export function refusalOf(given: unknown): string | null {
  const long = pairsOf(given).find(({ value }) => value.length > MAX_LENGTH);
  return long ? `The field ${long.name} is longer than ${MAX_LENGTH} characters.` : null;
}

/** The fields of a frame that the gateway takes: those that it knows, each in its own namespace. */
export function take(given: unknown): Fields {
  const pairs = pairsOf(given);
  return Object.fromEntries(
    Object.entries(KNOWN).flatMap(([namespace, names]) => {
      const taken = pairs.filter((pair) => pair.namespace === namespace && names.includes(pair.name));
      const entries = taken.map(({ name, value }) => [name, value] as const);
      return entries.length > 0 ? [[namespace, Object.fromEntries(entries)] as const] : [];
    }),
  );
}
