import { AGENT_REPLY } from '../agent.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import { attributesOf, keepText, MAX_CUSTOM_DATA_BYTES, sizeOf, type TextAttributes } from './attributes.ts';
import type { Deployment } from './deployment.ts';
import * as frames from './frames.ts';
import type { Guest, Guests } from './guests.ts';

/** Longest text of a message, in characters. */
const MAX_TEXT = 4096;

const tracedBy = ({ tracingId }: JsonObject): frames.Traced =>
  typeof tracingId === 'string' ? { tracingId } : {};

const holdsTyping = ({ events }: JsonObject): boolean =>
  Array.isArray(events) && events.some((event: unknown) => isObject(event) && event.eventType === 'Typing');

/** The tenant's end of one socket of the guest API. */
export class GuestSession {
  readonly #deployment: Deployment;
  readonly #guests: Guests;
  readonly #send: (frame: unknown) => void;
  #configured: Guest | undefined;

  constructor(deployment: Deployment, guests: Guests, send: (frame: unknown) => void) {
    this.#deployment = deployment;
    this.#guests = guests;
    this.#send = send;
  }

  receive(text: string): void {
    const parsed = parseJson(text);
    const answers =
      parsed.ok && isObject(parsed.value)
        ? this.#answers(parsed.value)
        : [frames.sessionError(400, 'Request failed.')];
    for (const frame of answers) this.#send(frame);
  }

  #answers(frame: JsonObject): readonly object[] {
    const { action, token } = frame;
    if (typeof token !== 'string') return [frames.sessionError(4020, 'Missing parameter: token')];
    switch (action) {
      case 'configureSession':
      case 'configureAuthenticatedSession':
        return [this.#configure(frame, token)];
      case 'onMessage':
        return this.#message(frame);
      case 'echo':
        return [frames.pong(tracedBy(frame))];
      case 'closeSession':
        this.#guests.forget(token);
        this.#configured = undefined;
        return [frames.connectionClosed()];
      default:
        return [];
    }
  }

  #configure(frame: JsonObject, token: string): object {
    if (frame.deploymentId !== this.#deployment.id)
      return frames.sessionError(4020, 'Missing parameter: deploymentId');
    const known = frame.startNew === true ? undefined : this.#guests.find(token);
    this.#configured = known ?? this.#guests.begin(token);
    return frames.sessionResponse(!known, tracedBy(frame));
  }

  #message(frame: JsonObject): readonly object[] {
    const guest = this.#configured;
    const { message } = frame;
    if (!guest) return [frames.sessionError(4007, 'session not found error message')];
    if (!isObject(message)) return [frames.sessionError(4020, 'Missing parameter: message')];
    if (holdsTyping(message)) return [];
    guest.messages += 1;
    const traced = tracedBy(frame);
    if (this.#deployment.limitsFirst && guest.messages === 1) return [frames.tooFast(traced)];
    if (typeof message.text === 'string' && message.text.length > MAX_TEXT)
      return [frames.sessionError(4011, 'message too long')];
    const given = attributesOf(message);
    if (sizeOf(given) > MAX_CUSTOM_DATA_BYTES) return [frames.tooLarge()];
    const kept = keepText(given);
    guest.attributes = { ...guest.attributes, ...kept };
    const repeats = this.#deployment.echoesAttributes && Object.keys(kept).length > 0;
    return this.#take(message, repeats ? kept : undefined, traced);
  }

  /** Repeats a message, which is how the client learns that it was taken, and lets the agent answer what was said. */
  #take(
    message: JsonObject,
    attributes: TextAttributes | undefined,
    traced: frames.Traced,
  ): readonly object[] {
    const { type, text, events, content, metadata } = message;
    const said = { type, ...(events !== undefined && { events }), ...(content !== undefined && { content }) };
    const spoken = typeof text === 'string';
    const id = isObject(metadata) ? metadata.id : undefined;
    const echo = frames.inbound({ ...said, ...(spoken && { text }) }, id, attributes, traced);
    return spoken ? [echo, frames.outbound(AGENT_REPLY)] : [echo];
  }
}
