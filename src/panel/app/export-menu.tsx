import { Icon, type IconName } from '../components/icon.tsx';
import { Menu, type MenuProps } from '../components/menu.tsx';
import { useSnapshot, useStore } from '../store/context.ts';
import { currentMapping } from '../store/selectors.ts';
import type { ExportKind } from './exports.ts';
import { download } from './files.ts';

interface ItemProps {
  readonly action: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Item({ action, label, icon = 'file', disabled = false, onClick }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-action={action}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** Files out, and a capture in. Secrets are taken out of what leaves. */
export function ExportMenu(menu: MenuProps) {
  const state = useSnapshot();
  const hasMapping = useStore((current) => currentMapping(current) !== null);
  const save = async (kind: ExportKind): Promise<void> => {
    const shown = state();
    // Reports and redaction are loaded when they are first asked for.
    const { exportFile } = await import('./exports.ts');
    const file = exportFile(kind, shown);
    if (file !== null) download(file.name, file.text);
  };
  return (
    <Menu {...menu}>
      <Item action="export-report-json" label="Export report (JSON)" onClick={() => save('report')} />
      <Item action="export-capture" label="Export capture" onClick={() => save('capture')} />
      <Item
        action="export-mapping"
        label="Export mapping"
        disabled={!hasMapping}
        onClick={() => save('mapping')}
      />
      <hr />
      <Item action="import-mapping" label="Import mapping…" icon="import" onClick={() => open('mapping')} />
      <Item action="import-capture" label="Import capture…" icon="import" onClick={() => open('capture')} />
      <p class="menu-note">Tokens and sensitive values are redacted in reports and captures.</p>
    </Menu>
  );
}

function open(kind: 'mapping' | 'capture'): void {
  document.querySelector<HTMLInputElement>(`input[data-import=${kind}]`)?.click();
}
