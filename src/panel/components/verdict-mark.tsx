import type { Verdict } from '../../core/checks/finding.ts';
import { VERDICT_WORDS } from '../trace/words.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly verdict: Verdict;
  /** Optional, and never given. */
  readonly idle?: boolean;
}

const IDLE = { word: 'Not given (optional)', meaning: 'The page never gave it, and nothing requires it' };

/** A verdict in a word, in its colour. An icon must stand near. */
export function VerdictWord({ verdict, idle = false }: Props) {
  const { word, meaning } = idle ? IDLE : VERDICT_WORDS[verdict];
  return (
    <span class={`verdict-word verdict-${idle ? 'idle' : verdict}`} title={meaning}>
      {word}
    </span>
  );
}

/** A verdict: icon and word. */
export function VerdictMark({ verdict, idle = false }: Props) {
  const kind = idle ? 'idle' : verdict;
  return (
    <span class={`verdict verdict-${kind}`}>
      <Icon name={kind} />
      <VerdictWord verdict={verdict} idle={idle} />
    </span>
  );
}
