import './refused.css';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';

const WORDS = {
  mapping: ['was not imported', 'The mapping stays as it was.'],
  capture: ['was not imported', 'What is shown stays as it was.'],
  rows: ['attributes cannot be in a mapping', ''],
} as const;

/** What was refused: each fault of a file with its line, its path and the rule it breaks; each row with its rule. */
export function Refused() {
  const { dismissRefused } = useActions();
  const refused = useStore((state) => state.refused);
  if (refused === null) return null;
  const [happened, left] = WORDS[refused.what];
  return (
    <div class="refused" role="alert" data-refused={refused.what}>
      <header>
        <Icon name="fail" />
        <p>
          <b>
            {refused.name} {happened}.
          </b>{' '}
          {left}
        </p>
        <button
          type="button"
          class="button icon-button"
          aria-label="Dismiss"
          title="Dismiss"
          onClick={dismissRefused}
        >
          <Icon name="close" />
        </button>
      </header>
      <ol>
        {refused.errors.map((error) => (
          <li key={`${error.line} ${error.column} ${error.path} ${error.rule}`} data-rule={error.rule}>
            {refused.what !== 'rows' && (
              <span class="refused-line">
                line {error.line}:{error.column}
              </span>
            )}
            <code>{error.path || 'file'}</code>
            <span>{error.message}</span>
            <span class="refused-rule">{error.rule}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
