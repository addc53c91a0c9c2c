import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Raw } from '../components/raw.tsx';
import { useStore } from '../store/context.ts';
import { litAttribute } from '../store/selectors.ts';
import type { Content } from './content.ts';
import { type Evidence, evidenceByLine } from './evidence.ts';
import { type Gap, linesOf, linesOfArguments } from './lines.ts';
import { PayloadLine } from './payload-line.tsx';

interface Props {
  readonly content: Content;
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
}

const FIRST_LINES = 500;

/** A payload as a tree of lines, with the places of the attributes marked. */
export function PayloadTree({ content, evidence, gaps }: Props) {
  switch (content.kind) {
    case 'nothing':
      return <p class="quiet">{content.note}.</p>;
    case 'text':
      return (
        <>
          <p class="quiet">{content.note}</p>
          <Raw text={content.text} />
        </>
      );
    case 'arguments':
    case 'value':
      return <ValueLines content={content} evidence={evidence} gaps={gaps} />;
  }
}

interface ValueProps {
  readonly content: Content & { readonly kind: 'value' | 'arguments' };
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
}

function ValueLines({ content, evidence, gaps }: ValueProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(FIRST_LINES);
  const root = useRef<HTMLDivElement>(null);
  const lit = useStore(litAttribute);
  const lines = useMemo(() => {
    const options = { folded, gaps, limit };
    return content.kind === 'arguments'
      ? linesOfArguments(content.args, options)
      : linesOf(content.value, options);
  }, [content, folded, gaps, limit]);
  const byLine = useMemo(() => evidenceByLine(lines, evidence), [lines, evidence]);

  useEffect(() => {
    const lines = root.current;
    if (lit === null || lines === null || lines.matches(':hover') || !scrollsByItself(lines)) return;
    lines.querySelector('[data-lit=true]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);

  const fold = (path: string): void => {
    const next = new Set(folded);
    if (!next.delete(path)) next.add(path);
    setFolded(next);
  };

  const before = content.kind === 'arguments' ? `${content.callee}(` : content.before;

  return (
    <div class="lines" ref={root}>
      {before !== '' && <div class="line line-around">{before}</div>}
      {lines.map((line, at) => (
        <PayloadLine
          key={`${line.kind}${line.path}`}
          line={line}
          evidence={byLine.get(at) ?? []}
          onFold={fold}
        />
      ))}
      {content.kind === 'arguments' && <div class="line line-around">)</div>}
      {lines.length >= limit && (
        <button type="button" class="link" onClick={() => setLimit(limit * 4)}>
          Show more lines
        </button>
      )}
    </div>
  );
}

/** Where all parts scroll as one, bringing a line into view would take away what the pointer is on. */
function scrollsByItself(lines: HTMLElement): boolean {
  const pane = lines.parentElement;
  return pane !== null && getComputedStyle(pane).overflowY !== 'visible';
}
