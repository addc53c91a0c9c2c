import { useStore } from '../store/context.ts';
import { currentMapping } from '../store/selectors.ts';
import { MappingRows } from './mapping-rows.tsx';
import { MappingTools } from './mapping-tools.tsx';
import { NoMapping } from './no-mapping.tsx';

/** The mapping that the payload should match. */
export function MappingView() {
  const mapping = useStore(currentMapping);
  return (
    <section class="pane mapping-pane" aria-label="Mapping">
      <header class="pane-head">
        <h2>Mapping</h2>
        {mapping !== null && (
          <span class="pane-title" title={mapping.name}>
            {mapping.name}
          </span>
        )}
        <MappingTools />
      </header>
      <div class="pane-body">{mapping === null ? <NoMapping /> : <MappingRows mapping={mapping} />}</div>
    </section>
  );
}
