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
];
