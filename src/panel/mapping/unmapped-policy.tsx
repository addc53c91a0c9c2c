import type { Mapping } from '../../core/mapping/mapping.ts';
import { useActions } from '../store/context.ts';

const CHOICES: readonly (readonly [value: Mapping['unmapped'], label: string])[] = [
  ['fail', 'fail'],
  ['warn', 'are warned of'],
  ['ignore', 'are ignored'],
];

/** What becomes of keys that were sent without a row. */
export function UnmappedPolicy({ mapping }: { readonly mapping: Mapping }) {
  const { changeMapping } = useActions();
  return (
    <label class="unmapped-policy">
      Keys without a row
      <select
        onChange={(event) => {
          const chosen = CHOICES.find(([value]) => value === event.currentTarget.value);
          if (chosen !== undefined)
            void changeMapping((now) => ({ ...(now ?? mapping), unmapped: chosen[0] }));
        }}
      >
        {CHOICES.map(([value, label]) => (
          <option key={value} value={value} selected={value === mapping.unmapped}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
