import type { Note } from '../../core/checks/notes.ts';
import { Icon } from '../components/icon.tsx';
import { SOURCE_WORDS } from './words.ts';

/** What is to be known of a conversation besides its verdict, each in a quiet line. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes" aria-label="Notes">
      {notes.map(({ kind, text, source }) => (
        <li class={`note note-${kind}`} key={text} data-conversation-note={kind}>
          <Icon name={kind === 'retired' ? 'warning' : 'info'} />
          <span title={SOURCE_WORDS[source].meaning}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
