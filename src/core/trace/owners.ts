import type { CapturedEvent } from '../capture/event.ts';
import type { ConversationBuilder } from './builder.ts';

/** Tells whose an event is. */
export interface Owners {
  of(event: CapturedEvent): ConversationBuilder | null;
}

/** Notes what was added only when it is asked: a panel asks for the few events in view, a command line for none. */
export function createOwners(builders: readonly ConversationBuilder[]): Owners {
  const owners = new Map<CapturedEvent, ConversationBuilder>();
  /** How many events of each builder were noted. */
  const noted = new Map<ConversationBuilder, number>();
  return {
    of(event) {
      for (const builder of builders) {
        const { events } = builder;
        for (let at = noted.get(builder) ?? 0; at < events.length; at++) {
          const added = events[at];
          if (added) owners.set(added, builder);
        }
        noted.set(builder, events.length);
      }
      return owners.get(event) ?? null;
    },
  };
}
