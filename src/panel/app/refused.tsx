import './refused.css';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';

/** A file that was refused: each fault with its line, its path and the rule it breaks. */
export function Refused() {
  const { dismissRefused } = useActions();
  const refused = useStore((state) => state.refused);
  if (refused === null) return null;
  return (
    <div class="refused" role="alert" data-refused={refused.what}>
      <header>
        <Icon name="fail" />
        <p>
          <b>{refused.name} was not imported.</b>{' '}
          {refused.what === 'mapping' ? 'The mapping stays as it was.' : 'What is shown stays as it was.'}
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
            <span class="refused-line">
              line {error.line}:{error.column}
            </span>
            <code>{error.path || 'file'}</code>
            <span>{error.message}</span>
            <span class="refused-rule">{error.rule}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
