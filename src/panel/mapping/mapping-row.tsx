import { Fragment } from 'preact';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import type { MappingRow as Row } from '../../core/mapping/mapping.ts';
import { Icon } from '../components/icon.tsx';
import { Value } from '../components/value.tsx';
import { VerdictWord } from '../components/verdict-mark.tsx';
import { useActions, useStore } from '../store/context.ts';
import { attributeId } from '../store/identity.ts';
import { litAttribute } from '../store/selectors.ts';
import { rulePhrases } from './rule-text.ts';

interface Props {
  readonly row: Row;
  readonly judged: JudgedAttribute | null;
  readonly target: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One row of the mapping: what the backend reads, what it must look like, and whether it does. */
export function MappingRow({ row, judged, target, onEdit, onRemove }: Props) {
  const { hoverAttribute, focusAttribute } = useActions();
  const id = attributeId(row);
  const verdict = judged?.verdict ?? 'unknown';
  const kind = judged?.idle ? 'idle' : verdict;
  const lit = useStore((state) => litAttribute(state) === id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its buttons are the ways for the keyboard; the click only lights
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      class="mapping-row"
      data-mapping-row={id}
      data-lit={lit}
      onPointerEnter={() => hoverAttribute(id)}
      onPointerLeave={() => hoverAttribute(null)}
      onClick={() => focusAttribute(id)}
    >
      <div class="mapping-head">
        {judged !== null && (
          <span class={`verdict verdict-${kind}`}>
            <Icon name={kind} />
          </span>
        )}
        <code class="mapping-key">
          <span class="mapping-namespace">{row.namespace}.</span>
          {row.key}
        </code>
        {judged?.value !== undefined && (
          <span class="mapping-value">
            <Value value={judged.value} limit={60} />
          </span>
        )}
        <span class="mapping-tools">
          <button
            type="button"
            class="button icon-button"
            aria-label={`Change ${row.key}`}
            title="Change"
            onClick={onEdit}
          >
            <Icon name="edit" />
          </button>
          <button
            type="button"
            class="button icon-button"
            aria-label={`Remove ${row.key}`}
            title="Remove"
            onClick={onRemove}
          >
            <Icon name="remove" />
          </button>
        </span>
      </div>
      <p class="mapping-rule">
        {judged !== null && (
          <>
            <VerdictWord verdict={verdict} idle={judged.idle} />
            {' · '}
          </>
        )}
        {row.label !== undefined && <b>{row.label}: </b>}
        {rulePhrases(row).map(({ words, code }, at) => (
          <Fragment key={words}>
            {at === 0 ? '' : ', '}
            {words}
            {code !== undefined && (
              <>
                {' '}
                <code>{code}</code>
              </>
            )}
          </Fragment>
        ))}
      </p>
      <p class="mapping-target" title="Where the backend finds it">
        <Icon name="target" />
        <code>{row.target ?? target}</code>
      </p>
    </div>
  );
}
