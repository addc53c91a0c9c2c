import { useActions } from '../store/context.ts';

/** The two inputs for files. They are opened by other buttons, and stay in place for the keyboard and for tests. */
export function Imports() {
  const { importMapping, importCapture } = useActions();
  return (
    <>
      <FileInput kind="mapping" label="Mapping file" onText={importMapping} />
      <FileInput kind="capture" label="Capture file" onText={importCapture} />
    </>
  );
}

interface Props {
  readonly kind: 'mapping' | 'capture';
  readonly label: string;
  readonly onText: (name: string, text: string) => Promise<void>;
}

function FileInput({ kind, label, onText }: Props) {
  return (
    <input
      type="file"
      class="offscreen"
      tabIndex={-1}
      accept=".json,application/json"
      data-import={kind}
      aria-label={label}
      onChange={async (event) => {
        const input = event.currentTarget;
        const [file] = input.files ?? [];
        if (file === undefined) return;
        const text = await file.text();
        // The same file must be importable again after it was mended.
        input.value = '';
        await onText(file.name, text);
      }}
    />
  );
}
