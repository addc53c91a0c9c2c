import type { Behaviour } from '../support/behaviour.ts';

/** How sockets end. */
export const SOCKET_CLOSE: readonly Behaviour[] = [
  {
    name: 'the codes and reasons that close takes',
    run: ({ socket }) =>
      [
        [],
        [1000],
        [1000, 'bye'],
        [3000],
        [4999, ''],
        [undefined, 'only a reason'],
        [0],
        [1001],
        [2999],
        [5000],
        ['3001'],
        [Number.NaN],
        [4000, 'x'.repeat(123)],
        [4000, 'x'.repeat(124)],
        [4000, '€'.repeat(42)],
        [4000, '\ud800'],
      ].map((args) => {
        const made = new WebSocket(socket);
        try {
          return [String(Reflect.apply(made.close, made, args)), made.readyState];
        } catch (error) {
          return [String(error), error instanceof DOMException && error.name, made.readyState];
        }
      }),
  },
  {
    name: 'closing before it is open',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket(socket);
        made.onopen = () => seen.push('open');
        made.onerror = () => seen.push('error', made.readyState);
        made.onclose = ({ code, reason, wasClean }) =>
          setTimeout(() => resolve([...seen, code, reason, wasClean]));
        made.close(4000, 'early');
        seen.push(made.readyState);
      }),
  },
  {
    name: 'closing twice',
    run: ({ socket }) =>
      new Promise((resolve) => {
        let closed = 0;
        const made = new WebSocket(socket);
        made.onopen = () => {
          made.close(4001, 'first');
          made.close(4002, 'second');
        };
        made.onclose = ({ code, reason }) => {
          closed++;
          made.close();
          setTimeout(() => resolve([closed, code, reason]), 20);
        };
      }),
  },
  {
    name: 'the other side closes, with a code and a reason',
    run: ({ socket }) =>
      Promise.all(
        ['close=4010&reason=b%C3%BDe', 'close=1000', 'close=1011&reason=broken'].map(
          (query) =>
            new Promise((resolve) => {
              const made = new WebSocket(`${socket}?${query}`);
              const seen: unknown[] = [];
              made.onerror = () => seen.push('error');
              made.onclose = (event) => {
                const { code, reason, wasClean, isTrusted } = event;
                resolve([...seen, code, reason, wasClean, isTrusted, event instanceof CloseEvent]);
              };
            }),
        ),
      ),
  },
  {
    name: 'the connection is lost',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(`${socket}?drop`);
        const seen: unknown[] = [];
        made.onopen = () => seen.push('open');
        made.onerror = ({ type }) => seen.push(type, made.readyState);
        made.onclose = ({ code, reason, wasClean }) => resolve([...seen, code, reason, wasClean]);
      }),
  },
  {
    name: 'a sub-protocol that nobody asked for, and one that was chosen',
    run: ({ socket }) =>
      Promise.all(
        [['a', 'b'], ['b'], ['x'], []].map(
          (protocols) =>
            new Promise((resolve) => {
              const made = new WebSocket(socket, protocols);
              made.onopen = () => resolve([made.protocol, made.extensions]);
              made.onclose = ({ code }) => resolve([made.protocol, code]);
            }),
        ),
      ),
  },
  {
    name: 'closing from within a message drops the rest',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const made = new WebSocket(socket);
        made.onopen = () => {
          for (const text of ['1', '2', '3']) made.send(text);
        };
        made.onmessage = ({ data }) => {
          seen.push(data);
          made.onmessage = null;
          made.close();
        };
        made.onclose = ({ code }) => setTimeout(() => resolve([...seen, code]));
      }),
  },
  {
    name: 'a frame that is removed takes its socket with it in silence',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const type: unknown = Reflect.get(Object(frame.contentWindow), 'WebSocket');
        if (typeof type !== 'function') return resolve('no frame');
        const made: WebSocket = Reflect.construct(type, [socket]);
        const seen: unknown[] = [];
        made.onclose = () => seen.push('close');
        made.onopen = () => {
          frame.remove();
          seen.push(made.readyState);
          try {
            made.send('late');
          } catch (error) {
            seen.push(String(error));
          }
          setTimeout(() => resolve([...seen, made.readyState]), 50);
        };
      }),
  },
];
