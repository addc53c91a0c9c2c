import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, itemsOf } from '../capture/walk.ts';

/**
 * Where attributes ride in a payload, as a path with holes: `attributes.{namespace}.{key}`. In an array of pairs the key
 * is itself a value: `fields[{key:ident}].value`.
 */

type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'key' }
  | { readonly kind: 'namespace' }
  /** Every item of an array. */
  | { readonly kind: 'items' }
  /** Every item of an array, the key being the text of one of its properties. */
  | { readonly kind: 'keyed'; readonly property: string };

export interface Template {
  readonly source: string;
  readonly steps: readonly Step[];
}

/** A value that a template found. */
export interface TemplateMatch {
  readonly key: string;
  /** `null`: the template has no hole for it. */
  readonly namespace: string | null;
  readonly value: Snapshot;
  readonly path: string;
}

const STEP =
  /^(?:\.?\{(key|namespace)\}|\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[(\*)\]|\[\{key:([\w$]+)\}\]|\["((?:[^"\\]|\\.)*)"\])/;

/**
 * Reads a path template.
 * @returns what is wrong with it, as a sentence, where it is none
 */
export function parseTemplate(source: string): Template | { readonly error: string } {
  const steps: Step[] = [];
  let rest = source;
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (!match)
      return {
        error: `cannot read ${JSON.stringify(rest)}; write property names, [0], [*], {namespace} and {key}`,
      };
    const [whole, hole, name, index, star, keyed, quoted] = match;
    if (hole === 'key' || hole === 'namespace') steps.push({ kind: hole });
    else if (star !== undefined) steps.push({ kind: 'items' });
    else if (keyed !== undefined) steps.push({ kind: 'keyed', property: keyed });
    else steps.push({ kind: 'property', name: name ?? index ?? quoted ?? '' });
    rest = rest.slice(whole.length);
  }
  const keys = steps.filter(({ kind }) => kind === 'key' || kind === 'keyed').length;
  if (keys !== 1) return { error: `needs {key} exactly once, and has it ${keys} times` };
  if (steps.filter(({ kind }) => kind === 'namespace').length > 1)
    return { error: 'has {namespace} more than once' };
  return { source, steps };
}

interface Place {
  readonly value: Snapshot;
  readonly path: string;
  readonly key: string | null;
  readonly namespace: string | null;
}

/** Everything in a payload that a template describes. */
export function matchTemplate(template: Template, root: Snapshot): readonly TemplateMatch[] {
  let places: readonly Place[] = [{ value: root, path: '', key: null, namespace: null }];
  for (const step of template.steps) places = places.flatMap((place) => follow(step, place));
  return places.flatMap(({ key, ...rest }) => (key === null ? [] : [{ key, ...rest }]));
}

function follow(step: Step, place: Place): readonly Place[] {
  switch (step.kind) {
    case 'property': {
      const index = /^\d+$/.test(step.name) ? itemsOf(place.value)?.[Number(step.name)] : undefined;
      const value = index ?? field(place.value, step.name);
      const path = index === undefined ? joinPath(place.path, step.name) : `${place.path}[${step.name}]`;
      return value === undefined ? [] : [{ ...place, value, path }];
    }
    case 'key':
      return (entriesOf(place.value) ?? []).map(([key, value]) => ({
        ...place,
        value,
        key,
        path: joinPath(place.path, key),
      }));
    case 'namespace':
      return (entriesOf(place.value) ?? []).map(([namespace, value]) => ({
        ...place,
        value,
        namespace,
        path: joinPath(place.path, namespace),
      }));
    case 'items':
      return (itemsOf(place.value) ?? []).map((value, index) => ({
        ...place,
        value,
        path: `${place.path}[${index}]`,
      }));
    case 'keyed':
      return (itemsOf(place.value) ?? []).flatMap((value, index) => {
        const key = field(value, step.property);
        return typeof key === 'string' ? [{ ...place, value, key, path: `${place.path}[${index}]` }] : [];
      });
  }
}

/** The steps to an attribute in an object, as far as a template goes by names. */
export const stepsOf = (template: Template, namespace: string, key: string): readonly string[] =>
  template.steps.flatMap((step) => nameOf(step, namespace, key) ?? []);

function nameOf(step: Step, namespace: string, key: string): string | null {
  switch (step.kind) {
    case 'property':
      return step.name;
    case 'namespace':
      return namespace;
    case 'key':
    case 'keyed':
      return key;
    case 'items':
      return null;
  }
}
