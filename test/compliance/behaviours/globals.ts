import type { Behaviour } from '../support/behaviour.ts';

/**
 * The name `cxoneChat` itself. What is known to differ (the name is in `window` before the page defines it) stands in
 * `src/page/page.iife.ts`.
 */
export const GLOBALS: readonly Behaviour[] = [
  {
    name: 'before anybody defined it',
    run: () => [
      typeof Reflect.get(window, 'cxoneChat'),
      Object.keys(window).includes('cxoneChat'),
      JSON.stringify({ chat: Reflect.get(window, 'cxoneChat') }),
    ],
  },
  {
    name: 'every way to declare it',
    run: () =>
      ['var', 'let', 'const', 'class', 'function', 'assignment', 'this'].map((kind) => {
        const codes: Record<string, string> = {
          var: 'var cxoneChat = { kind: "var" };',
          let: 'let cxoneChat = { kind: "let" };',
          const: 'const cxoneChat = { kind: "const" };',
          class: 'class cxoneChat { static kind = "class" }',
          function: 'function cxoneChat() {} cxoneChat.kind = "function";',
          assignment: 'cxoneChat = { kind: "assignment" };',
          this: 'this.cxoneChat = { kind: "this" };',
        };
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const scope = frame.contentWindow;
        const script = frame.contentDocument?.createElement('script');
        if (!scope || !script) return 'no frame';
        const errors: string[] = [];
        scope.onerror = (message) => errors.push(String(message));
        script.text = `${codes[kind]}; window.seen = [cxoneChat.kind, typeof window.cxoneChat];`;
        frame.contentDocument?.body.append(script);
        return [kind, Reflect.get(scope, 'seen'), errors];
      }),
  },
  {
    name: 'a second script sees what the first declared',
    run: () => {
      const run = (text: string): void => {
        document.body.append(Object.assign(document.createElement('script'), { text }));
      };
      run('var cxoneChat = cxoneChat || { parts: [] }; cxoneChat.parts.push(1);');
      run('var cxoneChat = cxoneChat || { parts: [] }; cxoneChat.parts.push(2);');
      return Reflect.get(window, 'cxoneChat');
    },
  },
  {
    name: 'an assignment makes it an ordinary name',
    run: () => {
      const sdk = { startChat: () => 1 };
      const returned = Reflect.set(window, 'cxoneChat', sdk);
      return [
        returned,
        Reflect.get(window, 'cxoneChat') === sdk,
        Object.keys(window).includes('cxoneChat'),
        Object.getOwnPropertyDescriptor(window, 'cxoneChat')?.enumerable,
        Object.getOwnPropertyDescriptor(window, 'cxoneChat')?.configurable,
      ];
    },
  },
  {
    name: 'any value can be assigned',
    run: () =>
      [undefined, null, 0, 'text', true, Number.NaN, 10n, Symbol.iterator, [], new Map(), document.body].map(
        (value) => {
          Reflect.set(window, 'cxoneChat', value);
          return Object.is(Reflect.get(window, 'cxoneChat'), value);
        },
      ),
  },
  {
    name: 'it can be deleted and defined anew',
    run: () => {
      Reflect.set(window, 'cxoneChat', { a: 1 });
      const deleted = Reflect.deleteProperty(window, 'cxoneChat');
      const gone = typeof Reflect.get(window, 'cxoneChat');
      const defined = Reflect.defineProperty(window, 'cxoneChat', { value: { b: 2 }, configurable: true });
      const written = Reflect.set(window, 'cxoneChat', { c: 3 });
      return [deleted, gone, defined, written, Reflect.get(window, 'cxoneChat')];
    },
  },
  {
    name: 'a property that may not be changed stays so',
    run: ({ socket }) => {
      Object.defineProperty(window, 'cxoneChat', {
        value: { a: 1 },
        configurable: false,
        enumerable: false,
        writable: false,
      });
      new WebSocket(socket);
      return [
        Reflect.set(window, 'cxoneChat', 2),
        Reflect.deleteProperty(window, 'cxoneChat'),
        Object.getOwnPropertyDescriptor(window, 'cxoneChat'),
      ];
    },
  },
  {
    name: 'an accessor of the page is called when the page asks, and not otherwise',
    run: ({ socket }) => {
      let reads = 0;
      Object.defineProperty(window, 'cxoneChat', {
        configurable: true,
        get: () => {
          reads++;
          return { a: 1 };
        },
      });
      new WebSocket(socket);
      return [Reflect.get(window, 'cxoneChat'), reads];
    },
  },
  {
    name: 'an element with this id',
    run: () => {
      document.body.append(Object.assign(document.createElement('div'), { id: 'cxoneChat' }));
      const element: unknown = Reflect.get(window, 'cxoneChat');
      return [element instanceof HTMLDivElement, element === document.getElementById('cxoneChat')];
    },
  },
];
