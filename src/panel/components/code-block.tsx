import { CopyButton } from './copy-button.tsx';

/** Code to copy. */
export function CodeBlock({ code }: { readonly code: string }) {
  return (
    <div class="code">
      <pre data-code>
        <code>{code}</code>
      </pre>
      <CopyButton text={() => code} label="Copy code" />
    </div>
  );
}
