import type { Behaviour } from '../support/behaviour.ts';

/** The surroundings of a page: policies, the order of names, what the browser tells of it. */
export const PLAIN_SURROUNDINGS: readonly Behaviour[] = [
  {
    name: 'a policy that forbids everything is broken by nobody',
    path: '/strict',
    before: () => {
      const told: unknown[] = [];
      Reflect.set(window, 'told', told);
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        told.push([effectiveDirective, blockedURI]),
      );
      new ReportingObserver((reports) => told.push(...reports.map(({ type }) => type)), {
        buffered: true,
      }).observe();
    },
    run: async ({ socket, api }) => {
      const made = new WebSocket(socket);
      const echo = await new Promise((resolve) => {
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => resolve(data);
      });
      Reflect.set(window, 'cxoneChat', { startChat: () => 'started' });
      const { status } = await fetch(api, { method: 'POST', body: 'x' });
      const refused = [
        () => Reflect.set(document.createElement('script'), 'text', 'window.own = 1'),
        () => Reflect.set(document.body, 'innerHTML', '<b>'),
        () => new Function('return 1'),
        () => new Worker('/worker.js'),
      ].map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return String(error);
        }
      });
      // What is refused last is told last.
      await new Promise<void>((resolve) => {
        addEventListener('securitypolicyviolation', ({ blockedURI }) => {
          if (blockedURI.endsWith('/last.png')) resolve();
        });
        document.body.append(Object.assign(new Image(), { src: '/last.png' }));
      });
      return [echo, status, refused, Reflect.get(window, 'told')];
    },
  },
  {
    name: 'the names on the window and its classes, in their order',
    run: () => {
      const ours = ['cxoneChat', 'GenesysCloudWebMessaging', 'cxone', 'brandembassy', 'Genesys'];
      return [
        Reflect.ownKeys(window)
          .map(String)
          .filter((name) => !ours.includes(name)),
        ...[Navigator, XMLHttpRequest, XMLHttpRequestEventTarget, Worker, SharedWorker, EventTarget].map(
          (type) => [Reflect.ownKeys(type).map(String), Reflect.ownKeys(type.prototype).map(String)],
        ),
        Object.keys(navigator),
        Object.getOwnPropertyNames(document),
      ];
    },
  },
  {
    name: 'the flags of everything on the window and on the prototypes that are wrapped',
    run: () => {
      const ours = ['cxoneChat', 'GenesysCloudWebMessaging', 'cxone', 'brandembassy', 'Genesys'];
      const flags = (owner: object): unknown =>
        Object.entries(Object.getOwnPropertyDescriptors(owner))
          .filter(([key]) => !ours.includes(key))
          .map(
            ([key, { writable, enumerable, configurable, get, set, value }]) =>
              `${key} ${writable} ${enumerable} ${configurable} ${typeof get} ${typeof set} ${typeof value}`,
          );
      return [window, Navigator.prototype, XMLHttpRequest.prototype, Function.prototype, navigator].map(
        flags,
      );
    },
  },
  {
    name: 'the script that runs and the event that is handled, from the very start',
    before: () => {
      Reflect.set(window, 'early', [
        String(document.currentScript),
        String(window.event),
        document.readyState,
        performance.getEntries().length,
      ]);
    },
    run: () => {
      const script = document.createElement('script');
      script.text = 'window.seen = [document.currentScript.text.length, String(window.event)]';
      document.body.append(script);
      return [Reflect.get(window, 'early'), Reflect.get(window, 'seen')];
    },
  },
  {
    name: 'errors and rejections are told as often as they happen',
    run: async ({ socket, broken }) => {
      const counts: Record<string, number> = {
        error: 0,
        unhandledrejection: 0,
        rejectionhandled: 0,
        onerror: 0,
      };
      for (const type of ['error', 'unhandledrejection', 'rejectionhandled']) {
        addEventListener(type, (event) => {
          counts[type] = (counts[type] ?? 0) + 1;
          event.preventDefault();
        });
      }
      window.onerror = () => {
        counts.onerror = (counts.onerror ?? 0) + 1;
      };
      const handled = new Promise((resolve) => addEventListener('rejectionhandled', resolve));
      const thrown = (text: string): Promise<void> =>
        new Promise((resolve) =>
          addEventListener('error', ({ message }) => {
            if (message.endsWith(text)) resolve();
          }),
        );
      const all = Promise.all([handled, thrown('call'), thrown('open'), thrown('close')]);
      // Of what fails in a script of the debugger's nobody is told.
      const run = (text: string): void => {
        document.body.append(Object.assign(document.createElement('script'), { text }));
      };
      run(`window.cxoneChat = { startChat() { throw new Error('call'); }, stop: async () => { throw new Error('async'); } };
        setTimeout(() => cxoneChat.startChat());
        cxoneChat.stop();
        const late = fetch(${JSON.stringify(broken)});
        addEventListener('unhandledrejection', ({ promise }) => { if (promise === late) setTimeout(() => late.catch(() => 0)); });
        const made = new WebSocket(${JSON.stringify(socket)});
        made.onopen = () => { made.close(); throw new Error('open'); };
        made.onclose = () => { throw new Error('close'); };`);
      await all;
      // What is rejected last is told last: by then, whatever else was to be told has been.
      await new Promise<void>((resolve) => {
        addEventListener('unhandledrejection', ({ reason }) => {
          if (reason === 'last') resolve();
        });
        run('Promise.reject("last");');
      });
      return counts;
    },
  },
  {
    name: 'what the console is given',
    run: ({ socket, broken }) =>
      new Promise((resolve) => {
        const log: unknown[] = [];
        for (const key of ['log', 'warn', 'error', 'info', 'debug', 'trace'] as const) {
          console[key] = (...args: unknown[]) => log.push([key, args.length]);
        }
        Reflect.set(window, 'cxoneChat', Object.freeze({ startChat: () => 1 }));
        fetch(broken).catch(() => {
          const made = new WebSocket(socket);
          made.onopen = () => {
            Reflect.get(window, 'cxoneChat').startChat();
            resolve(log);
          };
        });
      }),
  },
];
