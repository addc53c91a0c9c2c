import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { openMappingFile } from './open-file.ts';

/** Undo, redo, import. */
export function MappingTools() {
  const { undoMapping, redoMapping } = useActions();
  const canUndo = useStore((state) => state.mapping.past.length > 0);
  const canRedo = useStore((state) => state.mapping.future.length > 0);
  return (
    <span class="pane-tools">
      <button
        type="button"
        class="button icon-button"
        data-action="undo"
        aria-label="Undo the last change of the mapping"
        title="Undo"
        disabled={!canUndo}
        onClick={undoMapping}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="button icon-button"
        data-action="redo"
        aria-label="Redo the change of the mapping"
        title="Redo"
        disabled={!canRedo}
        onClick={redoMapping}
      >
        <Icon name="redo" />
      </button>
      <button
        type="button"
        class="button icon-button"
        aria-label="Import a mapping file"
        title="Import a mapping file"
        onClick={openMappingFile}
      >
        <Icon name="import" />
      </button>
    </span>
  );
}
