/** The parts of the extension API that are used in this folder, and by the devtools page. */
interface Extension {
  readonly runtime: {
    /** Gone as soon as the extension is. */
    readonly id?: string;
    /** Rejects when nobody listens. */
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      /** A promise is the answer; Chromium knows no such answers, and none is given there. */
      addListener(listener: (message: unknown, sender: Sender) => undefined | Promise<unknown>): void;
    };
  };
  readonly storage: {
    readonly local: { get(key: string): Promise<Readonly<Record<string, unknown>>> };
    readonly onChanged: {
      addListener(
        listener: (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => void,
      ): void;
    };
  };
  /** Only in the devtools page. */
  readonly devtools?: {
    readonly panels: { create(title: string, icon: string, page: string): unknown };
  };
  /** Not in content scripts. */
  readonly tabs?: {
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

interface Sender {
  /** Absent when the sender is a page of the extension itself. */
  readonly tab?: { readonly id?: number };
}

/** The API's two names. The polyfill that unites them would be larger than the relay itself. */
declare global {
  var browser: Extension | undefined;
  var chrome: Extension | undefined;
}

/** The extension API; `null` where there is none. */
export const extension: Extension | null = globalThis.browser ?? globalThis.chrome ?? null;

/** Whether this script still belongs to a running extension: one that was reloaded or removed leaves it behind. */
export function isAlive(): boolean {
  try {
    return extension?.runtime.id !== undefined;
  } catch {
    return false;
  }
}
