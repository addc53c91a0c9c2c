import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';

/** Starts so many chats in the page, numbered from 0. Each is two events: a call and its return. */
export const startChats = (page: Page, count: number): Promise<void> =>
  page.evaluate((chats) => {
    const sdk = { startChat: (options: object) => void options };
    Reflect.set(globalThis, 'cxoneChat', sdk);
    for (let id = 0; id < chats; id++) sdk.startChat({ id });
  }, count);

/** The numbers of the chats that were seen starting. */
export const chatIds = (events: readonly CapturedEvent[]): readonly unknown[] =>
  events.flatMap((event) => (event.kind === 'call' ? event.args.map((args) => Object(args).id) : []));

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Each document's events are numbered without a gap. */
export function expectNoGap(events: readonly CapturedEvent[]): void {
  const next = new Map<string, number>();
  for (const { document, seq } of events) {
    expect(seq).toBe(next.get(document) ?? seq);
    next.set(document, seq + 1);
  }
}
