import type { CapturedEvent, RequestEvent, ResponseEvent } from '../capture/event.ts';
import type { Dialect, Reading } from '../dialects/dialect.ts';
import { PerDocument } from './per-document.ts';

/** What a tenant's configuration defines, and the answer that told it. */
export interface Configuration {
  readonly dialect: string;
  readonly event: CapturedEvent;
  readonly reading: Reading;
}

type At<E> = E & { readonly document: string };

/** Keeps what pages fetch of their tenant's configuration before a conversation begins that it could belong to. */
export class Configurations {
  #asked = new PerDocument<{ dialect: Dialect; request: At<RequestEvent> }>();
  #byDocument = new Map<string, Configuration>();

  /** Takes a request that belongs to no conversation. */
  ask(dialect: Dialect, request: At<RequestEvent>): void {
    this.#asked.set(request.document, request.request, { dialect, request });
  }

  /** Takes an answer that belongs to no conversation. @returns `null` where it defines nothing */
  answer(event: At<ResponseEvent>): Configuration | null {
    const asked = this.#asked.get(event.document, event.request);
    if (!asked) return null;
    this.#asked.delete(event.document, event.request);
    const reading = asked.dialect.read(event, { request: asked.request, ours: true });
    if (!reading?.definitions) return null;
    const configuration = { dialect: asked.dialect.id, event, reading };
    this.#byDocument.set(event.document, configuration);
    return configuration;
  }

  /** The last one that a document has fetched, if it is of the dialect. */
  of(document: string, dialect: string): Configuration | null {
    const configuration = this.#byDocument.get(document);
    return configuration?.dialect === dialect ? configuration : null;
  }
}
