import type { Finding } from '../../core/checks/finding.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { SEVERITY_WORDS, SOURCE_WORDS } from './words.ts';

const ICONS: Readonly<Record<Finding['severity'], IconName>> = {
  error: 'fail',
  warning: 'warning',
  info: 'info',
};

/** What a check found: what happened and why it matters, what to do, and code to copy. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { code } = finding;
  const source = SOURCE_WORDS[finding.source];
  return (
    <article
      class={`finding finding-${finding.severity}`}
      data-finding={finding.id}
      data-severity={finding.severity}
    >
      <header class="finding-head">
        <Icon name={ICONS[finding.severity]} />
        <span class="finding-severity">{SEVERITY_WORDS[finding.severity]}</span>
        <h4 class="finding-title">{finding.title}</h4>
      </header>
      <p class="finding-message" data-finding-message>
        {finding.message}
      </p>
      <p class="finding-fix" data-finding-fix>
        <span class="finding-label">Fix</span> {finding.fix}
      </p>
      {code !== undefined && <CodeBlock code={code} />}
      <footer class="finding-foot">
        <code>{finding.id}</code>
        <span title={source.meaning}>Rule from {source.word}</span>
      </footer>
    </article>
  );
}
