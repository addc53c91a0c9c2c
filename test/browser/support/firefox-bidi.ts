import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Fields, isFields } from '../../../src/core/capture/guards.ts';

/** A connection to Firefox that speaks WebDriver BiDi. */
export interface Bidi {
  /** @returns the result of a command. Rejects when the command fails, or is not answered in time. */
  send(method: string, params: Fields): Promise<unknown>;
  /**
   * Runs a function in a page, or in a window of Firefox's own. It is sent as text, so it can use nothing that stands
   * around it; arguments and result cross as JSON.
   *
   * @returns what it returns, or what its promise fulfils with
   */
  call<Args extends readonly unknown[], Result>(
    context: string,
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  close(): void;
}

/** Longer than any command takes on a busy machine. */
const TIMEOUT_MS = 20_000;

/** Connects with the address that Firefox prints when it starts. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  const waiting = new Map<unknown, (answer: Fields) => void>();
  let last = 0;

  socket.on('message', (data) => {
    const answer = fieldsOf(JSON.parse(String(data)));
    waiting.get(answer.id)?.(answer);
  });
  const send: Bidi['send'] = async (method, params) => {
    const id = ++last;
    const answered = new Promise<Fields>((resolve, reject) => {
      const giveUp = (): void => reject(new Error(`Firefox did not answer ${method}.`));
      AbortSignal.timeout(TIMEOUT_MS).addEventListener('abort', giveUp);
      closed.then(giveUp, giveUp);
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    const { type, result, message } = await answered.finally(() => waiting.delete(id));
    if (type === 'success') return result;
    throw new Error(`${method}: ${message}`);
  };

  return {
    send,
    async call(context, run, ...args) {
      const outcome = await send('script.callFunction', {
        functionDeclaration: `async (args) => JSON.stringify(await (${run})(...JSON.parse(args))) ?? 'null'`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        target: { context },
      });
      return JSON.parse(textOf(outcome));
    },
    close: () => socket.close(),
  };
}

/** The text that a script returned. @throws what it threw */
function textOf(outcome: unknown): string {
  const { result, exceptionDetails } = fieldsOf(outcome);
  const { value } = fieldsOf(result);
  if (typeof value === 'string') return value;
  throw new Error(`A script failed in Firefox: ${fieldsOf(exceptionDetails).text}`);
}

/** What a field holds that the protocol says is an object; nothing when it is none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
