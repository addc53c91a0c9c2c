import { randomUUID } from 'node:crypto';
import { AGENT_REPLY } from '../agent.ts';
import type { Brand } from './brand.ts';
import type { Channel } from './channel.ts';
import * as frames from './frames.ts';
import { fieldsOf, type Request, readRequest, threadIdOf } from './requests.ts';

/** What one socket of the gateway was opened for, and how it reaches its client. */
export interface Connection {
  readonly brand: Brand;
  readonly channel: Channel;
  /** Of the visitor, as the address of the socket tells it. */
  readonly customerId: string;
  /** The address at which an event is found that was left there. */
  readonly addressOf: (object: string) => string;
  readonly send: (frame: unknown) => void;
}

/** The tenant's end of one socket of the vendor's gateway. */
export class Gateway {
  readonly #connection: Connection;
  #firstFailed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  receive(text: string): void {
    const request = readRequest(text);
    if (request === null) return;
    const answers = request === 'heartbeat' ? ['pong'] : this.#answers(request);
    for (const frame of answers) this.#connection.send(frame);
  }

  #answers(request: Request): readonly object[] {
    const { brand } = this.#connection;
    const taken = frames.acknowledged(request.eventId);
    switch (request.eventType) {
      case 'AuthorizeCustomer':
        return [this.#authorize(request)];
      case 'SendMessage':
        return [this.#message(request)];
      case 'SetConsumerContactCustomFields':
        brand.find(threadIdOf(request))?.setFields(request.data.customFields);
        return [taken];
      case 'SetConsumerCustomFields':
        brand.setCustomerFields(this.#customerId(request), request.data.customFields);
        return [taken];
      case 'RecoverLivechat':
        return [this.#recover(request, 'LivechatRecovered')];
      case 'RecoverThread':
        return [this.#recover(request, 'ThreadRecovered')];
      case 'EndContact':
        return [taken, ...this.#end(request)];
      case 'ExecuteTrigger':
        return [taken, frames.proactiveAction()];
      default:
        return [taken];
    }
  }

  #customerId({ identity }: Request): string {
    const id = identity.idOnExternalPlatform;
    return typeof id === 'string' ? id : this.#connection.customerId;
  }

  #authorize(request: Request): object {
    const id = this.#connection.channel.renames ? randomUUID() : this.#customerId(request);
    const identity = { ...request.identity, idOnExternalPlatform: id };
    return frames.authorized(request.eventId, identity, this.#connection.brand.customer(id));
  }

  /** A message of the visitor. Where no contact is open it opens one, and only then are its contact fields read. */
  #message(request: Request): object {
    const { brand, channel, send } = this.#connection;
    if (channel.failsFirst && !this.#firstFailed) {
      this.#firstFailed = true;
      return frames.failed(request.eventId, 'SendingMessageFailed', 'Sending message failed');
    }
    brand.setCustomerFields(this.#customerId(request), fieldsOf(request, 'consumer'));
    const thread = brand.findOrCreate(threadIdOf(request));
    const open = thread.openContact;
    const contact = open ?? thread.begin(brand.nextCase(), fieldsOf(request, 'consumerContact'));
    brand.later(() => {
      if (!open) send(frames.caseCreated(channel, thread, contact));
      if (contact.status === 'new') contact.status = 'open';
      send(frames.messageCreated(thread, contact, AGENT_REPLY));
    });
    return frames.acknowledged(request.eventId);
  }

  #recover(request: Request, eventType: 'LivechatRecovered' | 'ThreadRecovered'): object {
    const { brand, channel, addressOf } = this.#connection;
    const thread = brand.find(threadIdOf(request));
    const contact = thread?.last;
    if (!thread || !contact) {
      const code = eventType === 'LivechatRecovered' ? 'RecoveringLivechatFailed' : 'RecoveringThreadFailed';
      return frames.failed(request.eventId, code, 'There is no such thread');
    }
    const customer = brand.customer(this.#customerId(request));
    const answer = frames.recovered(request.eventId, eventType, thread, contact, customer);
    return channel.offloads ? frames.inS3(addressOf(brand.offload(answer)), eventType) : answer;
  }

  #end(request: Request): readonly object[] {
    const thread = this.#connection.brand.find(threadIdOf(request));
    const contact = thread?.openContact;
    if (!thread || !contact) return [];
    contact.status = 'closed';
    return [frames.statusChanged(thread, contact)];
  }
}
