import { randomUUID } from 'node:crypto';
import type { Later } from '../tenant.ts';
import { CUSTOMER_FIELDS } from './definitions.ts';
import { type FieldValues, keepFields, withFields } from './fields.ts';
import { Thread } from './thread.ts';

/** A brand of the vendor, as its backend holds it: its visitors, their threads, and what is too large for a socket. */
export class Brand {
  /** Runs what the backend does some time after it was asked: opening a case. */
  readonly later: Later;
  readonly #customers = new Map<string, FieldValues>();
  readonly #threads = new Map<string, Thread>();
  readonly #objects = new Map<string, object>();
  readonly #tokens = new Map<string, string>();
  #lastCase = 1000;

  constructor(later: Later) {
    this.later = later;
  }

  customer(id: string): FieldValues {
    return this.#customers.get(id) ?? new Map();
  }

  setCustomerFields(id: string, fields: unknown): void {
    this.#customers.set(id, withFields(this.customer(id), keepFields(fields, CUSTOMER_FIELDS)));
  }

  find(threadId: string): Thread | undefined {
    return this.#threads.get(threadId);
  }

  findOrCreate(threadId: string): Thread {
    const thread = this.find(threadId) ?? new Thread(threadId);
    this.#threads.set(threadId, thread);
    return thread;
  }

  /** A token that opens the gateway for a customer, who is not named in the address then. */
  issueToken(customerId: string): string {
    const token = `transaction-${randomUUID()}`;
    this.#tokens.set(token, customerId);
    return token;
  }

  /** The customer whom a token was issued for. */
  customerOf(token: string): string | undefined {
    return this.#tokens.get(token);
  }

  /** The number of the next case. */
  nextCase(): string {
    this.#lastCase += 1;
    return String(this.#lastCase);
  }

  /** Leaves an event at an address of its own. Returns the last part of that address. */
  offload(event: object): string {
    const id = randomUUID();
    this.#objects.set(id, event);
    return id;
  }

  offloaded(id: string): object | undefined {
    return this.#objects.get(id);
  }
}
