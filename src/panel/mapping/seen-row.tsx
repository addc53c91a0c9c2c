import type { JudgedAttribute } from '../../core/checks/finding.ts';
import { Icon } from '../components/icon.tsx';
import { Value } from '../components/value.tsx';
import { useActions, useStore } from '../store/context.ts';
import { attributeId } from '../store/identity.ts';
import { litAttribute } from '../store/selectors.ts';

interface Props {
  readonly attribute: JudgedAttribute;
  readonly onAdd: () => void;
}

/** An attribute that was seen and is not in the mapping. */
export function SeenRow({ attribute, onAdd }: Props) {
  const { hoverAttribute } = useActions();
  const id = attributeId(attribute);
  const lit = useStore((state) => litAttribute(state) === id);
  return (
    <div
      class="mapping-row seen-row"
      data-lit={lit}
      onPointerEnter={() => hoverAttribute(id)}
      onPointerLeave={() => hoverAttribute(null)}
    >
      <div class="mapping-head">
        <code class="mapping-key">
          <span class="mapping-namespace">{attribute.namespace}.</span>
          {attribute.key}
        </code>
        {attribute.value !== undefined && (
          <span class="mapping-value">
            <Value value={attribute.value} limit={60} />
          </span>
        )}
        <button type="button" class="button" aria-label={`Add a row for ${attribute.key}`} onClick={onAdd}>
          <Icon name="plus" />
          Add row
        </button>
      </div>
      <p class="mapping-rule">Seen, not in the mapping</p>
    </div>
  );
}
