import { useEffect, useState } from 'preact/hooks';
import { copyText } from './copy.ts';
import { Icon } from './icon.tsx';

interface Props {
  /** What is copied, made when it is asked for. */
  readonly text: () => string;
  readonly label: string;
  /** Shows the label beside the icon. */
  readonly wordy?: boolean;
}

const SHOWN_MS = 1400;

/** Copies, and says for a moment whether it did. */
export function CopyButton({ text, label, wordy = false }: Props) {
  const [result, setResult] = useState<'none' | 'done' | 'failed'>('none');
  useEffect(() => {
    if (result === 'none') return;
    const timer = setTimeout(() => setResult('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const words = { none: label, done: 'Copied', failed: 'Could not copy' }[result];
  return (
    <button
      type="button"
      class={`button copy-button ${wordy ? '' : 'icon-button'}`}
      data-copied={result === 'done'}
      aria-label={words}
      title={words}
      onClick={async (event) => {
        event.stopPropagation();
        setResult((await copyText(text())) ? 'done' : 'failed');
      }}
    >
      <Icon name={result === 'done' ? 'check' : 'copy'} />
      {wordy && <span>{words}</span>}
    </button>
  );
}
