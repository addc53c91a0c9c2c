import { Icon } from '../components/icon.tsx';
import { Value } from '../components/value.tsx';
import { useActions, useStore } from '../store/context.ts';
import { litAttribute } from '../store/selectors.ts';
import { VERDICT_WORDS } from '../trace/words.ts';
import type { Evidence } from './evidence.ts';
import type { Line } from './lines.ts';

interface Props {
  readonly line: Line;
  readonly evidence: readonly Evidence[];
  readonly onFold: (path: string) => void;
}

/** One line of a payload; the lines that belong to an attribute say to which, and light up with it. */
export function PayloadLine({ line, evidence, onFold }: Props) {
  const { hoverAttribute, focusAttribute } = useActions();
  const ids = line.kind === 'gap' ? [line.id] : evidence.map(({ attribute }) => attribute);
  const lit = useStore((state) => ids.some((id) => id === litAttribute(state)));
  const [first] = ids;
  const verdict = line.kind === 'gap' ? 'gap' : evidence[0]?.verdict;
  const marked =
    first === undefined
      ? {}
      : {
          onPointerEnter: () => hoverAttribute(first),
          onPointerLeave: () => hoverAttribute(null),
          onClick: () => focusAttribute(first),
        };

  return (
    <div
      class={`line line-${line.kind}`}
      style={{ '--depth': line.depth }}
      data-path={line.path}
      data-lit={lit}
      data-marked={verdict}
      {...marked}
    >
      <span class="line-text">
        {line.kind === 'open' && (
          <button
            type="button"
            class="fold"
            aria-expanded={line.folded === null}
            aria-label={`${line.path || 'payload'}: ${line.folded === null ? 'fold' : 'unfold'}`}
            onClick={() => onFold(line.path)}
          >
            <Icon name="chevron" class={line.folded === null ? 'turned' : ''} />
          </button>
        )}
        {line.label !== null && (
          <>
            <span class="line-key">{line.label}</span>
            <span class="line-colon">: </span>
          </>
        )}
        <LineValue line={line} />
      </span>
      {evidence.map((item) => (
        <Annotation key={item.attribute} evidence={item} label={line.label} />
      ))}
    </div>
  );
}

function LineValue({ line }: { readonly line: Line }) {
  switch (line.kind) {
    case 'leaf':
      return <Value value={line.value} limit={400} />;
    case 'open':
      return <span class="line-bracket">{line.folded ?? line.text}</span>;
    case 'close':
      return <span class="line-bracket">{line.text}</span>;
    case 'gap':
      return <span class="line-missing">— not here</span>;
    case 'more':
      return <span class="line-missing">… {line.count} more, not kept</span>;
  }
}

function Annotation({ evidence, label }: { readonly evidence: Evidence; readonly label: string | null }) {
  const other = evidence.key === label ? '' : `${evidence.key} `;
  return (
    <span class={`annotation verdict-${evidence.verdict}`}>
      <Icon name={evidence.verdict} />
      {other !== '' && <code>{other}</code>}
      <span>{evidence.note ?? VERDICT_WORDS[evidence.verdict].word}</span>
    </span>
  );
}
