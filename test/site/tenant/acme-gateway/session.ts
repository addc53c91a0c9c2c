import { randomBytes } from 'node:crypto';
import { AGENT_REPLY } from '../agent.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import { type Fields, refusalOf, take } from './fields.ts';

/** One chat through the gateway of ACME, which takes fields with the frame that says hello, and none later. */
export class AcmeSession {
  readonly id: number;
  /** Issued with the start of the session; reads it back. */
  readonly token = `acme-${randomBytes(16).toString('hex')}`;
  #fields: Fields = {};
  #started = false;

  /** @param id a number, as in the gateway's own database */
  constructor(id: number) {
    this.id = id;
  }

  /** What was taken. */
  get fields(): Fields {
    return this.#fields;
  }

  /**
   * Takes one frame of the client.
   *
   * @returns what the gateway answers; nothing to what it does not understand
   */
  receive(text: string): readonly object[] {
    const parsed = parseJson(text);
    return parsed.ok && isObject(parsed.value) ? this.#answers(parsed.value) : [];
  }

  #answers(frame: JsonObject): readonly object[] {
    const { number } = frame;
    const problem = refusalOf(frame.fields);
    if (problem !== null) return [{ kind: 'error', number, problem: { text: problem } }];
    const ack = { kind: 'ack', number };
    switch (frame.kind) {
      case 'hello':
        return this.#started ? [ack] : [ack, this.#start(frame.fields)];
      case 'fields':
        return [ack];
      case 'say':
        return [ack, { kind: 'said', text: AGENT_REPLY }];
      default:
        return [];
    }
  }

  #start(fields: unknown): object {
    this.#started = true;
    this.#fields = take(fields);
    return {
      kind: 'session.started',
      session: { id: this.id, token: this.token },
      taken: this.#fields,
    };
  }
}

/** The sessions of this tenant. */
export class AcmeSessions {
  readonly #sessions = new Map<number, AcmeSession>();

  create(): AcmeSession {
    const session = new AcmeSession(FIRST_ID + this.#sessions.size);
    this.#sessions.set(session.id, session);
    return session;
  }

  /** @param id as it stands in an address */
  find(id: string): AcmeSession | undefined {
    return this.#sessions.get(Number(id));
  }
}

const FIRST_ID = 40_001;
