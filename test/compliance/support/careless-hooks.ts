interface CarelessHook {
  readonly name: string;
  readonly hook: () => void;
  /** The behaviours that must find it, with their subjects: one that does not, cannot fail. */
  readonly foundBy: readonly string[];
}

/**
 * Hooks that observe what the extension observes, as is usually done: with classes and functions of their own in place
 * of the browser's, and copies in place of the page's objects.
 */
export const CARELESS_HOOKS: readonly CarelessHook[] = [
  {
    name: 'a subclass of WebSocket, with methods and a handler of its own',
    hook: () => {
      const log: unknown[] = [];
      window.WebSocket = class extends WebSocket {
        constructor(url: string | URL, protocols: string | string[] = []) {
          super(String(url), protocols);
          this.onmessage = ({ data }) => log.push(data);
        }
        override send(data: string): void {
          super.send(String(data));
        }
        override close(): void {
          super.close();
        }
        override addEventListener(type: string, listener: (event: Event) => void): void {
          super.addEventListener(type, (event) => {
            log.push(event);
            listener(event);
          });
        }
      };
    },
    foundBy: [
      'WebSocket, the class: the properties of window.WebSocket and of its prototype',
      'WebSocket, the class: names, lengths and statics',
      'WebSocket, the class: what functions print',
      'WebSocket, the class: identity of constructor and prototype',
      'WebSocket, the class: what a socket says of itself',
      'WebSocket, the class: calling it without new',
      'WebSocket, the class: errors of the constructor',
      'WebSocket, the class: errors of send',
      'WebSocket, its identity: instanceof across frames',
      'WebSocket, its identity: the accessors of the prototype',
      'WebSocket, its identity: the keys of the class, in order, and those that cannot be changed',
      'WebSocket, its identity: a property that the page adds to the class',
      'WebSocket, its identity: a bound class',
      'WebSocket, its identity: inheriting as it was done before there were classes',
      'WebSocket, its errors: an error that is thrown by what is sent',
      'WebSocket, its life: closing',
      'WebSocket, its life: the order of listeners and handlers',
      'WebSocket, its life: everything that can be sent arrives',
      'WebSocket, its life: binary messages as blobs',
      'WebSocket, its life: bytes that are shared or can be resized',
      'WebSocket, its listeners: once, and the count of calls',
      'WebSocket, its listeners: the same listener twice, and in both phases',
      'WebSocket, its listeners: handleEvent is looked up for each event',
      'WebSocket, its listeners: a listener with a signal, and one that removes another',
      'WebSocket, its frames: binaryType changed between two messages',
      'WebSocket, its frames: bytes are taken when they are sent',
      'WebSocket, its frames: Blobs keep their place between texts',
      'WebSocket, its frames: frames that are empty',
      'WebSocket, its frames: bufferedAmount adds up within a task, and is gone after it',
      'WebSocket, its frames: bufferedAmount after closing counts what is dropped',
      'WebSocket, its end: the codes and reasons that close takes',
      'WebSocket, its end: closing twice',
      'WebSocket, its realms: a TypeError is of the window whose function threw it',
      'WebSocket, its realms: the toString of another window finds native code',
      'WebSocket, its realms: what a frame of every kind says of its own class',
      'WebSocket, its realms: a frame that keeps its window when it goes to its first page',
      'other wrappers: an agent that was there first wraps the class and its methods',
      'other wrappers: an agent that asks whether a function is native',
      'zones that were there first: the listeners of a socket run in their zones, in their order, and those that are gone do not',
      'agents and polyfills: an agent that replaces the toString of all functions, to hide its own',
      'agents and polyfills: an agent that compares what it finds with a fresh frame',
      'agents and polyfills: a zone that wraps listeners, their removal, and every handler of a socket',
    ],
  },
  {
    name: 'a fetch that reads the answer itself, and all of it first',
    hook: () => {
      const log: unknown[] = [];
      const { fetch: native } = window;
      window.fetch = async (input, init) => {
        log.push(String(input), init?.body);
        const response = await native(input, init);
        log.push(await response.text());
        return response;
      };
    },
    foundBy: [
      'fetch: the function itself',
      'fetch: an answer',
      'fetch: a body is read once, and a clone has its own',
      'fetch: a body as a stream',
      'fetch: every kind of body arrives',
      'fetch: a Request, and what is left of it',
      'fetch: a Request whose method and body are overridden',
      'fetch: a URL object, and one that is turned into text once',
      'fetch: options are read once',
      'fetch: errors before it leaves',
      'fetch: wrong receivers',
      'fetch: other URLs keep the native promise and its order',
      'fetch, its bodies: a Request that is cloned, and both sent',
      'fetch, its bodies: a Request of a subclass',
      'fetch, its bodies: headers in every form, each read once',
      'fetch, its bodies: options that are inherited, a Proxy, or changed right after',
      'fetch, its bodies: bytes that are changed after they were given',
      'fetch, its bodies: the answer of every reader, and its own copies',
      'fetch, its bodies: what an answer looks like to who inspects it',
      'fetch, its limits: aborting after the end changes nothing',
      'fetch, its limits: redirects: followed, refused, shown',
      'fetch, its limits: keepalive, and how much it takes',
      'fetch, its answers: an answer in pieces comes in these pieces',
      'fetch, its answers: every way to read a stream',
      'fetch, its answers: a body that is asked for twice is one, and locked while it is read',
      'fetch, its answers: one request is one entry of the performance timeline',
      'fetch, its answers: integrity: right, wrong, and of a body that nobody reads',
      'fetch, its answers: statuses that have no body, and a method that has none',
      'other wrappers: an agent that was there first wraps fetch in an async function',
      'agents and polyfills: an agent that reads the answer of every fetch from a copy, of an endless one its beginning',
    ],
  },
  {
    name: 'an XMLHttpRequest that takes texts alone, and the page’s handler away',
    hook: () => {
      const log: unknown[] = [];
      const { open, send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string) {
        log.push(String(url));
        return open.call(this, method, url, true);
      };
      XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
        this.onload = () => log.push(this.responseText);
        return send.call(this, String(body));
      };
    },
    foundBy: [
      'XMLHttpRequest: the class itself',
      'XMLHttpRequest: a synchronous request',
      'XMLHttpRequest: a synchronous request that breaks',
      'XMLHttpRequest: errors',
      'XMLHttpRequest, its life: properties of its own, and handlers that are unset',
      'XMLHttpRequest, its life: a URL is turned into text once',
      'XMLHttpRequest, its answers: what open takes: a third argument of every kind, a user, a method in lower case',
      'XMLHttpRequest, its answers: a synchronous request allows neither a time limit nor a type',
      'XMLHttpRequest, its answers: a stream, and bytes that are shared, as a body',
      'agents and polyfills: an error tracker that fills in methods, marks the originals and takes them back',
    ],
  },
  {
    name: 'a beacon that carries something else',
    hook: () => {
      const { sendBeacon } = Navigator.prototype;
      Navigator.prototype.sendBeacon = function (this: Navigator, url) {
        return sendBeacon.call(this, url, 'observed');
      };
    },
    foundBy: [
      'sendBeacon: the function itself',
      'sendBeacon: what it returns and throws',
      'sendBeacon: a body of every kind, and what is refused',
      'sendBeacon: what waits altogether is bounded, and the rest refused',
      'sendBeacon: address and data are turned into text once, in order',
    ],
  },
  {
    name: 'workers that an arrow function makes',
    hook: () => {
      for (const type of ['Worker', 'SharedWorker'] as const) {
        const Original: unknown = window[type];
        Reflect.set(
          window,
          type,
          (url: string) => typeof Original === 'function' && Reflect.construct(Original, [`${url}`]),
        );
      }
    },
    foundBy: [
      'Worker: the classes themselves',
      'Worker: a worker answers',
      'Worker: a shared worker answers',
      'Worker: errors',
      'Worker: a URL is turned into text once',
      'the surroundings of a plain page: a policy that forbids everything is broken by nobody',
      'the surroundings of a plain page: the names on the window and its classes, in their order',
    ],
  },
  {
    name: 'a copy in place of each SDK, behind an accessor',
    hook: () => {
      const log: unknown[] = [];
      const observe = (value: unknown): unknown => {
        if (typeof value === 'function') return (...args: unknown[]) => Reflect.construct(value, args);
        if (typeof value !== 'object' || value === null) return value;
        const copy: Record<string, unknown> = {};
        for (const [key, method] of Object.entries(value)) {
          copy[key] =
            typeof method === 'function'
              ? (...args: unknown[]) => {
                  log.push(key, JSON.stringify(args));
                  return method.apply(value, args);
                }
              : method;
        }
        return copy;
      };
      for (const name of ['cxoneChat', 'GenesysCloudWebMessaging', 'cxone']) {
        let held: unknown;
        Object.defineProperty(window, name, {
          get: () => held,
          set: (value) => {
            held = observe(value);
          },
        });
      }
    },
    foundBy: [
      'the name of an SDK: every way to declare it',
      'the name of an SDK: an assignment makes it an ordinary name',
      'the name of an SDK: any value can be assigned',
      'the name of an SDK: it can be deleted and defined anew',
      'the name of an SDK: a property that may not be changed stays so',
      'the name of an SDK: an accessor of the page is called when the page asks, and not otherwise',
      'the name of an SDK: an element with this id',
      'the name of an SDK, in other forms: Object.defineProperty with a value',
      'the name of an SDK, in other forms: Object.defineProperty with a getter and a setter',
      'the name of an SDK, in other forms: Object.defineProperty a second time, and on what may not be changed',
      'the name of an SDK, in other forms: names of a script that fails on the second declaration',
      'the name of an SDK, in other forms: a function declaration, hoisted over a use of it',
      'the name of an SDK, in other forms: Object.assign, spread and a copy of the window',
      'the name of an SDK, in other forms: an object that inherits from the window',
      'the name of an SDK, in code: asking whether it is there, before and after',
      'the name of an SDK, in code: a const that is assigned, and a let before its time',
      'the name of an SDK, in code: loops over the window find it once it was assigned, and not before',
      'the name of an SDK, in code: an accessor that cannot be changed any more, and one that throws',
      'the name of an SDK, in code: a getter without a setter outlives an assignment',
      'the name of an SDK, in code: a setter of the page that replaces what it is given',
      'the name of an SDK, in code: elements, frames and forms of that name',
      'an SDK object: receiver, arguments, return value',
      'an SDK object: methods that are added, replaced and removed later',
      'an SDK object: a function with its arguments in a queue',
      'an SDK class: an instance',
      'an SDK class: it is the same each time it is asked for',
      'an SDK class: calling it without new',
      'an SDK class: new.target',
      'an SDK class: a subclass of the page',
      'an SDK class: a constructor that throws, or returns another object',
      'an SDK class: a class whose static methods use private names',
      'an SDK class: a class whose static accessors use private names',
      'an SDK class: static methods that return their class, or compare it with themselves',
      'an SDK of unusual make: getters that make a method each time, and count',
      'an SDK of unusual make: a Proxy as the SDK',
      'an SDK of unusual make: a Proxy that refuses everything',
      'an SDK of unusual make: the receiver and the arguments of a function that is the SDK',
      'an SDK of unusual make: an SDK that is shared between two names and two windows',
      'an SDK, its calls: a constructor that makes itself when it is called without new',
      'an SDK, its calls: a prototype that is replaced after the class was given',
      'an SDK, its calls: Reflect.construct of an SDK class with another target, and a frozen class',
      'other wrappers: a page that was there first with its SDK, before any script of ours',
      'other wrappers: an agent that wraps a method of the SDK, and takes its wrapper off again',
    ],
  },
  {
    name: 'an observer that leaves a timer and a mark',
    hook: () => {
      setTimeout(() => 0);
      performance.mark('observed');
    },
    foundBy: [
      'a plain page: nothing was fetched, marked or measured',
      'a plain page: the ids of timers and frames begin where they did',
    ],
  },
];
