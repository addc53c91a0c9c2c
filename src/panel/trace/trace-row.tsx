import { useId } from 'preact/hooks';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import { STAGES } from '../../core/trace/trace.ts';
import { Icon } from '../components/icon.tsx';
import { VerdictWord } from '../components/verdict-mark.tsx';
import { useActions, useStore } from '../store/context.ts';
import { attributeId } from '../store/identity.ts';
import { currentMapping, litAttribute } from '../store/selectors.ts';
import { FindingCard } from './finding-card.tsx';
import { opensByItself } from './rows.ts';
import { TraceCell } from './trace-cell.tsx';

interface Props {
  readonly attribute: JudgedAttribute;
  /** Names the row across conversations, for what was opened by hand. */
  readonly row: string;
  /** Whether it is the one that Tab reaches. */
  readonly reachable: boolean;
}

/** One attribute: its verdict, its way through the stages and, when open, what the checks found. */
export function TraceRow({ attribute, row, reachable }: Props) {
  const actions = useActions();
  const details = useId();
  const id = attributeId(attribute);
  const kind = attribute.idle ? 'idle' : attribute.verdict;
  const explained = attribute.findings.some(({ title }) => title === attribute.reason);
  const lit = useStore((state) => litAttribute(state) === id);
  const mapped = useStore((state) => currentMapping(state) !== null);
  const open = useStore((state) => state.selection.open.get(row)) ?? opensByItself(attribute);

  return (
    <div
      class="trace-group"
      role="rowgroup"
      data-attribute={id}
      data-key={attribute.key}
      data-namespace={attribute.namespace}
      data-verdict={attribute.verdict}
      data-idle={attribute.idle}
      data-lit={lit}
      onPointerEnter={() => actions.hoverAttribute(id)}
      onPointerLeave={() => actions.hoverAttribute(null)}
    >
      <div
        class="trace-row"
        role="row"
        tabIndex={reachable ? 0 : -1}
        aria-expanded={open}
        aria-controls={details}
        data-row={row}
        onFocus={() => actions.focusAttribute(id)}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the row does the same */}
        <div class="trace-head" role="rowheader" onClick={() => actions.openRow(row, !open)}>
          <Icon name="chevron" class={open ? 'turned' : ''} />
          <span class={`verdict verdict-${kind}`}>
            <Icon name={kind} />
          </span>
          <span class="trace-name" title={`${attribute.namespace}.${attribute.key}`}>
            <span class="trace-key">{attribute.key}</span>
            <span class="trace-label">
              <VerdictWord verdict={attribute.verdict} idle={attribute.idle} />
              {` · ${attribute.row?.label ?? attribute.namespace}`}
              {mapped && attribute.row === undefined && <span class="tag">unmapped</span>}
            </span>
          </span>
        </div>
        {STAGES.map((stage) => (
          <TraceCell key={stage} attribute={attribute} stage={stage} />
        ))}
      </div>
      <div class="trace-details" role="row" id={details} hidden={!open}>
        <div role="gridcell">
          {!explained && <p class="trace-reason">{attribute.reason}</p>}
          {attribute.findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} />
          ))}
        </div>
      </div>
    </div>
  );
}
