/** @import { Mapping } from './types.ts' */
import { placeOf } from './dialects.js';
import { byId, make } from './dom.js';

/**
 * Shows the tenant's admin settings: which keys of which namespace it stores.
 *
 * @param {Mapping} mapping
 */
export function showMapping({ name, dialect, attributes }) {
  byId('mapping-name').textContent = name;
  for (const { key, namespace, label, mapped, target } of attributes) {
    byId('mapping').append(
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, make('code', {}, key), make('small', {}, label ?? '')),
        make('td', {}, make('code', {}, placeOf(dialect, namespace))),
        make('td', mapped === undefined ? {} : { 'data-mapped': String(mapped) }, written(mapped)),
        make('td', {}, target ? make('code', {}, target) : '–'),
      ),
    );
  }
}

/** @param {boolean | undefined} mapped */
function written(mapped) {
  if (mapped === undefined) return '? not known';
  return mapped ? '✓ mapped' : '✕ not mapped';
}
