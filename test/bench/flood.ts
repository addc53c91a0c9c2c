/** What runs in the page of the sink: a chat of which only the visitor speaks. */

declare global {
  var benchChat: WebSocket | undefined;
}

export async function joinChat(): Promise<void> {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  globalThis.benchChat = socket;
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  const attributes = { custom: { crm_customer_id: 'CRM-882910' } };
  socket.send(
    JSON.stringify({ type: 'conversation:join', conversationId: 'conversation-bench', attributes }),
  );
}

/** @returns when the frame was sent, on the clock that all pages share */
export function sendMarked(name: string): number {
  const time = performance.timeOrigin + performance.now();
  globalThis.benchChat?.send(JSON.stringify({ type: name, conversationId: 'conversation-bench' }));
  return time;
}

/**
 * Of ten frames two are messages, four tell of typing and four are heartbeats.
 * @param carried instead, every frame is a message that carries two attributes, one of them with another value each time
 * @returns how many were sent
 */
export async function floodOfFrames(perSecond: number, seconds: number, carried: boolean): Promise<number> {
  const chat = globalThis.benchChat;
  if (!chat) throw new Error('The bench has no chat.');
  const conversationId = 'conversation-bench';
  const said = 'My parcel was to come on Tuesday, and the tracking page still says that it has not left.';
  const message = { id: 'm-1', text: said };
  const frames = [
    JSON.stringify({ type: 'message', conversationId, message }),
    JSON.stringify({ type: 'typing', conversationId }),
    JSON.stringify({ type: 'heartbeat' }),
  ];
  const order = [0, 1, 1, 2, 2, 0, 1, 1, 2, 2];
  let sent = 0;
  const start = performance.now();
  for (let passed = 0; passed < seconds; passed = (performance.now() - start) / 1000) {
    for (const due = Math.floor(passed * perSecond); sent < due; sent++) {
      const attributes = { custom: { crm_customer_id: 'CRM-882910', order_id: `O-${sent}` } };
      const frame = carried
        ? JSON.stringify({ type: 'message', conversationId, attributes, message })
        : frames[order[sent % order.length] ?? 0];
      if (frame !== undefined) chat.send(frame);
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return sent;
}
