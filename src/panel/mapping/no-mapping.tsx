import { useMemo, useRef } from 'preact/hooks';
import { DIALECTS } from '../../core/dialects/dialects.ts';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { shownConversation } from '../store/selectors.ts';
import { type Defined, definedIn } from './defined.ts';
import { emptyMapping } from './edit.ts';
import { openMappingFile } from './open-file.ts';

/** What a mapping is for, and the ways to get one. */
export function NoMapping() {
  const { addSeen, changeMapping } = useActions();
  const conversation = useStore(shownConversation);
  const seen = conversation?.attributes ?? [];

  const site = useStore((current) => current.site);
  const name = site === null ? 'New mapping' : new URL(site).host;
  const events = useStore((current) => current.shown.events);
  const searched = useRef<Defined | null>(null);
  const { mapping: defined } = useMemo(() => {
    searched.current = definedIn(events, name, searched.current);
    return searched.current;
  }, [events, name]);

  const make = (attributes: typeof seen): void => {
    const dialect = conversation?.conversation.dialect ?? DIALECTS[0]?.id ?? '';
    void addSeen(attributes, emptyMapping(dialect, name));
  };

  return (
    <div class="empty no-mapping">
      <h3>No mapping for this site yet</h3>
      <p>
        A mapping lists the attributes that your backend reads, so that each can be judged: is it there, in
        the right place, with the right value?
      </p>
      <div class="empty-buttons">
        {defined !== null && (
          <button
            type="button"
            class="button primary"
            data-action="mapping-from-tenant"
            onClick={() => void changeMapping(() => defined)}
          >
            Make one from the tenant’s fields ({defined.attributes.length})
          </button>
        )}
        {seen.length > 0 && (
          <button
            type="button"
            class={defined === null ? 'button primary' : 'button'}
            data-action="mapping-from-seen"
            onClick={() => make(seen)}
          >
            Make one from what was seen ({seen.length})
          </button>
        )}
        <button type="button" class="button" onClick={openMappingFile}>
          <Icon name="import" />
          Import a file…
        </button>
        <button type="button" class="button" data-action="new-mapping" onClick={() => make([])}>
          <Icon name="plus" />
          Start empty
        </button>
      </div>
    </div>
  );
}
