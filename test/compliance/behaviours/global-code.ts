import type { Behaviour } from '../support/behaviour.ts';

/** The name of an SDK in the code of a page, as pages write it. */
export const GLOBAL_CODE: readonly Behaviour[] = [
  {
    name: 'asking whether it is there, before and after',
    run: () => {
      const text = `window.seen = [
          typeof cxoneChat, typeof window.cxoneChat, window.cxoneChat === undefined, !window.cxoneChat, window.cxoneChat?.startChat,
        ].map(String);
        window.cxoneChat ??= { from: 'nullish' }; window.cxoneChat ||= { from: 'or' }; window.cxoneChat &&= window.cxoneChat;
        seen.push(cxoneChat.from, typeof cxoneChat, 'cxoneChat' in window, window.hasOwnProperty('cxoneChat'));
        cxoneChat = null; seen.push(String(cxoneChat), delete window.cxoneChat, typeof cxoneChat);`;
      document.body.append(Object.assign(document.createElement('script'), { text }));
      return Reflect.get(window, 'seen');
    },
  },
  {
    name: 'waiting until it is there',
    run: () =>
      new Promise((resolve) => {
        const text = `const wait = () => typeof cxoneChat === 'undefined' ? setTimeout(wait, 5) : done(cxoneChat.startChat()); wait();
          setTimeout(() => { window.cxoneChat = { startChat: () => 'started' }; }, 20);`;
        Reflect.set(window, 'done', resolve);
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'code that is made of text: eval, Function, timers, with',
    run: () =>
      new Promise((resolve) => {
        Reflect.set(window, 'seen', []);
        Reflect.set(window, 'done', () => resolve(Reflect.get(window, 'seen')));
        const text = `(0, eval)('var cxoneChat = { from: "eval" };'); seen.push(cxoneChat.from);
          new Function('cxoneChat = { from: "Function" };')(); seen.push(cxoneChat.from);
          new Function('var cxoneChat = 1; seen.push(cxoneChat);')(); seen.push(cxoneChat.from);
          with (window) { cxoneChat = { from: 'with' }; } seen.push(cxoneChat.from);
          with ({ cxoneChat: 2 }) { cxoneChat = 3; } seen.push(cxoneChat.from);
          (() => { var cxoneChat = 'local'; seen.push(cxoneChat); })();
          setTimeout('cxoneChat = { from: "timer" }; seen.push(cxoneChat.from); done();');`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'every declaration in a module stays in the module',
    run: async () => {
      const kinds = [
        'var cxoneChat = { from: 1 };',
        'let cxoneChat = { from: 2 };',
        'const cxoneChat = { from: 3 };',
        'function cxoneChat() {} cxoneChat.from = 4;',
        'class cxoneChat { static from = 5; }',
        'globalThis.cxoneChat = { from: 6 };',
      ];
      const seen: unknown[] = [];
      Reflect.set(window, 'seen', seen);
      for (const code of kinds) {
        const text = `${code} seen.push([cxoneChat.from, typeof globalThis.cxoneChat]);`;
        const src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        const script = Object.assign(document.createElement('script'), { type: 'module', src });
        const ran = new Promise((resolve) => script.addEventListener('load', resolve));
        document.body.append(script);
        await ran;
      }
      return seen;
    },
  },
  {
    name: 'a name that is declared twice, in every order',
    run: () => {
      const kinds = ['var', 'let', 'const', 'function', 'class'];
      const codes: Record<string, string> = {
        var: 'var cxoneChat = { kind: "var" };',
        let: 'let cxoneChat = { kind: "let" };',
        const: 'const cxoneChat = { kind: "const" };',
        function: 'function cxoneChat() {} cxoneChat.kind = "function";',
        class: 'class cxoneChat { static kind = "class"; }',
      };
      const run = (first: string, second: string): unknown => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const scope = frame.contentWindow;
        if (!scope) return 'no frame';
        const errors: string[] = [];
        scope.onerror = (message) => errors.push(String(message));
        for (const text of [codes[first], codes[second], 'window.seen = cxoneChat.kind;']) {
          const script = scope.document.createElement('script');
          script.text = text ?? '';
          scope.document.body.append(script);
        }
        const seen: unknown = Reflect.get(scope, 'seen');
        frame.remove();
        return [seen, errors];
      };
      // `let` after `var` is one of the things that are known to differ.
      return kinds.flatMap((first) =>
        kinds
          .filter((second) => first !== 'var' || second === 'var' || second === 'function')
          .map((second) => [first, second, run(first, second)]),
      );
    },
  },
  {
    name: 'a const that is assigned, and a let before its time',
    run: () => {
      const errors: string[] = [];
      addEventListener('error', ({ message }) => errors.push(message));
      const run = (text: string): void => {
        document.body.append(Object.assign(document.createElement('script'), { text }));
      };
      run('const cxoneChat = { a: 1 }; cxoneChat = 2;');
      run('cxone; let cxone = 1;');
      run('typeof Genesys; class Genesys {} new Genesys(); Genesys();');
      run('window.seen = [cxoneChat.a, typeof Genesys];');
      return [errors, Reflect.get(window, 'seen')];
    },
  },
  {
    name: 'loops over the window find it once it was assigned, and not before',
    run: () => {
      const find = (): unknown => {
        const looped: string[] = [];
        for (const key in window) if (key === 'cxoneChat') looped.push(key);
        return [
          looped,
          Object.keys(window).filter((key) => key === 'cxoneChat'),
          Object.values<unknown>(window).includes('the value'),
          'cxoneChat' in { ...window },
        ];
      };
      const before = find();
      Reflect.set(window, 'cxoneChat', 'the value');
      return [before, find()];
    },
  },
  {
    name: 'an accessor that cannot be changed any more, and one that throws',
    run: ({ socket }) => {
      const seen: unknown[] = [];
      let reads = 0;
      Reflect.apply(Object.defineProperty, Object, [
        window,
        'cxoneChat',
        {
          configurable: false,
          get: () => {
            reads++;
            throw new RangeError('own');
          },
          set: undefined,
        },
      ]);
      new WebSocket(socket);
      seen.push(reads);
      try {
        seen.push(Reflect.get(window, 'cxoneChat'));
      } catch (error) {
        seen.push(String(error));
      }
      seen.push(Reflect.set(window, 'cxoneChat', 1), Reflect.deleteProperty(window, 'cxoneChat'));
      const { get, set, enumerable } = Object.getOwnPropertyDescriptor(window, 'cxoneChat') ?? {};
      return [...seen, reads, typeof get, typeof set, enumerable];
    },
  },
  {
    name: 'a getter without a setter outlives an assignment',
    run: () => {
      const text = `Object.defineProperty(window, 'cxoneChat', { configurable: true, get: () => 'of the page' });
        cxoneChat = 'assigned'; window.seen = [cxoneChat, Object.keys(window).includes('cxoneChat')];`;
      document.body.append(Object.assign(document.createElement('script'), { text }));
      return Reflect.get(window, 'seen');
    },
  },
  {
    name: 'a setter of the page that replaces what it is given',
    run: () => {
      let held: unknown;
      const log: unknown[] = [];
      const given = { startChat: () => 'given' };
      Object.defineProperty(window, 'cxoneChat', {
        configurable: true,
        get: () => held,
        set: (value: typeof given) => {
          log.push(value === given);
          held = { ...value, startChat: () => `wrapped ${value.startChat()}` };
        },
      });
      Reflect.set(window, 'cxoneChat', given);
      const now: typeof given = Reflect.get(window, 'cxoneChat');
      return [log, now.startChat(), now === held, Object.keys(now)];
    },
  },
  {
    name: 'elements, frames and forms of that name',
    run: () => {
      const seen: unknown[] = [];
      const look = (): unknown => Reflect.get(window, 'cxoneChat');
      const frame = Object.assign(document.createElement('iframe'), { name: 'cxoneChat' });
      document.body.append(frame);
      seen.push(look() === frame.contentWindow);
      Reflect.set(window, 'cxoneChat', { own: true });
      seen.push(look());
      Reflect.deleteProperty(window, 'cxoneChat');
      seen.push(look() === frame.contentWindow);
      frame.remove();
      seen.push(typeof look());
      for (const tag of ['img', 'form']) {
        document.body.append(Object.assign(document.createElement(tag), { name: 'cxoneChat' }));
      }
      const both = look();
      return [...seen, both instanceof HTMLCollection && both.length];
    },
  },
];
