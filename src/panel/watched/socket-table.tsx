import { kindOf } from './document-table.tsx';
import type { WatchedSocket } from './watched.ts';

/** Every socket that was seen, and by what. */
export function SocketTable({ sockets }: { readonly sockets: readonly WatchedSocket[] }) {
  if (sockets.length === 0) return <p class="watched-none">None was opened yet.</p>;
  return (
    <table class="watched-table">
      <thead>
        <tr>
          <th scope="col">Seen in</th>
          <th scope="col">Address</th>
          <th scope="col">State</th>
          <th scope="col" class="number">
            Sent
          </th>
          <th scope="col" class="number">
            Received
          </th>
        </tr>
      </thead>
      <tbody>
        {sockets.map((socket) => (
          <tr key={socket.id} data-socket={kindOf(socket.document)}>
            <td>{kindOf(socket.document)}</td>
            <td class="address" title={socket.url}>
              {socket.url === '' ? 'opened before what is left of the log' : socket.url}
            </td>
            <td>{stateOf(socket)}</td>
            <td class="number">{socket.sent.toLocaleString('en')}</td>
            <td class="number">{socket.received.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The network does not tell when a socket that only it saw was closed. */
function stateOf({ phase, code, document }: WatchedSocket): string {
  if (document?.wire) return 'not told';
  return code === null ? phase : `${phase} (${code})`;
}
