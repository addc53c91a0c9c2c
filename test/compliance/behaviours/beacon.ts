import type { Behaviour } from '../support/behaviour.ts';

export const BEACON: readonly Behaviour[] = [
  {
    name: 'the function itself',
    run: () => {
      const { sendBeacon } = Navigator.prototype;
      const { writable, enumerable, configurable } =
        Object.getOwnPropertyDescriptor(Navigator.prototype, 'sendBeacon') ?? {};
      const flags = [writable, enumerable, configurable];
      return [
        sendBeacon.name,
        sendBeacon.length,
        String(sendBeacon),
        flags,
        Reflect.ownKeys(navigator).length,
      ];
    },
  },
  {
    name: 'what it returns and throws',
    run: ({ api }) => {
      const attempts = [
        () => navigator.sendBeacon(api),
        () => navigator.sendBeacon(api, 'x'),
        () => navigator.sendBeacon(api, new Blob(['{}'], { type: 'application/json' })),
        () => navigator.sendBeacon(api, 'x'.repeat(100_000)),
        () => Reflect.apply(navigator.sendBeacon, navigator, []),
        () => navigator.sendBeacon('ftp://host/'),
        () => Reflect.apply(navigator.sendBeacon, {}, [api]),
      ];
      return attempts.map((attempt) => {
        try {
          return attempt();
        } catch (error) {
          return String(error);
        }
      });
    },
  },
  {
    name: 'a body of every kind, and what is refused',
    run: ({ api }) => {
      const form = new FormData();
      form.set('a', '1');
      const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      return [
        undefined,
        null,
        '',
        '\ud800',
        42,
        { toString: () => 'object' },
        form,
        new URLSearchParams('a=1'),
        new Uint8Array([1, 2]),
        new DataView(new ArrayBuffer(2)),
        new ArrayBuffer(0),
        new Blob(['x'], { type: 'text/own' }),
        new Blob(['x']).stream(),
        new Uint8Array(buffer),
        Symbol('s'),
      ].map((data) => {
        try {
          return Reflect.apply(navigator.sendBeacon, navigator, [api, data]);
        } catch (error) {
          return String(error);
        }
      });
    },
  },
  {
    name: 'what waits altogether is bounded, and the rest refused',
    run: ({ api }) =>
      [30_000, 30_000, 30_000, 1_000, 30_000].map((size) => navigator.sendBeacon(api, 'x'.repeat(size))),
  },
  {
    name: 'address and data are turned into text once, in order',
    run: ({ api }) => {
      const calls: string[] = [];
      const given = (name: string, text: string): object => ({
        toString: () => {
          calls.push(name);
          return text;
        },
      });
      const sent: unknown = Reflect.apply(navigator.sendBeacon, navigator, [
        given('address', api),
        given('data', 'x'),
      ]);
      return [sent, calls];
    },
  },
  {
    name: 'a beacon on the way out of a frame',
    run: ({ api, origin }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = origin;
        frame.onload = () => {
          const scope: object = Object(frame.contentWindow);
          const theirs: Navigator = Reflect.get(scope, 'navigator');
          frame.contentWindow?.addEventListener('pagehide', () => resolve(theirs.sendBeacon(api, 'last')));
          frame.remove();
        };
        document.body.append(frame);
      }),
  },
];
