import type { DocumentInfo } from '../../core/capture/event.ts';
import type { WatchedDocument } from './watched.ts';

/** The documents in which the hooks are. A document that has nothing to tell yet is not known. */
export function DocumentTable({ documents }: { readonly documents: readonly WatchedDocument[] }) {
  if (documents.length === 0) return <p class="watched-none">None has had anything to tell yet.</p>;
  return (
    <table class="watched-table">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Address</th>
          <th scope="col" class="number">
            Events
          </th>
          <th scope="col" class="number">
            Lost
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map(({ info, events, lost }) => (
          <tr key={info.id} data-document={kindOf(info)}>
            <td>{kindOf(info)}</td>
            <td class="address" title={info.url}>
              {info.url}
            </td>
            <td class="number">{events.toLocaleString('en')}</td>
            <td class={lost > 0 ? 'number bad' : 'number'}>{lost.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a document is, in a word. */
export const kindOf = (info: DocumentInfo | null): string => {
  if (info === null) return 'unknown';
  if (info.wire) return 'wire only';
  return info.top ? 'page' : 'frame';
};
