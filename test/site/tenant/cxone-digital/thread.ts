import { CASE_FIELDS } from './definitions.ts';
import { type FieldValues, keepFields, withFields } from './fields.ts';

/** One contact, which the backend calls a case: from the first message until it is closed. */
export interface Contact {
  readonly id: string;
  readonly createdAt: string;
  status: 'new' | 'open' | 'closed';
  fields: FieldValues;
}

/** A thread of a visitor: its contacts one after the other, of which the last may be open. */
export class Thread {
  readonly #contacts: Contact[] = [];

  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  get last(): Contact | undefined {
    return this.#contacts.at(-1);
  }

  get openContact(): Contact | undefined {
    return this.last?.status === 'closed' ? undefined : this.last;
  }

  /** Opens a contact with these fields. */
  begin(id: string, fields: unknown): Contact {
    const contact: Contact = {
      id,
      createdAt: new Date().toISOString(),
      status: 'new',
      fields: withFields(new Map(), keepFields(fields, CASE_FIELDS)),
    };
    this.#contacts.push(contact);
    return contact;
  }

  /** Sets fields of the last contact, closed or not. */
  setFields(fields: unknown): void {
    if (this.last) this.last.fields = withFields(this.last.fields, keepFields(fields, CASE_FIELDS));
  }
}
