/** @import { Mapping } from './types.ts' */
import { byId, make } from './dom.js';

/**
 * Shows the tenant's admin settings: which keys of which namespace it stores.
 *
 * @param {Mapping} mapping
 */
export function showMapping(mapping) {
  byId('mapping-name').textContent = mapping.name;
  for (const { key, namespace, label, mapped, target } of mapping.attributes) {
    byId('mapping').append(
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, make('code', {}, key), make('small', {}, label ?? '')),
        make('td', {}, make('code', {}, `attributes.${namespace}`)),
        make('td', { 'data-mapped': String(mapped === true) }, mapped ? '✓ mapped' : '✕ not mapped'),
        make('td', {}, target ? make('code', {}, target) : '–'),
      ),
    );
  }
}
