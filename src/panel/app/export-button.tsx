import { useCallback, useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Later } from '../components/later.tsx';

const LABEL = 'Export and import';

const loadMenu = () => import('./export-menu.tsx').then((module) => module.ExportMenu);

/** Opens the menu of files out and captures in. */
export function ExportButton() {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <div class="menu">
      <button
        type="button"
        class="button"
        data-action="export-menu"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={LABEL}
        title={LABEL}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && <Later load={loadMenu} props={{ label: LABEL, onClose: close }} />}
    </div>
  );
}
