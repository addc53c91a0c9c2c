import type { Behaviour } from '../support/behaviour.ts';

/** The answer of `fetch` in the hands of a page that streams it, leaves it lying, or looks closely. */
export const FETCH_LIFE: readonly Behaviour[] = [
  {
    name: 'endless answers that are cancelled give their connections back',
    run: async ({ endless, api }) => {
      const all = new AbortController();
      // Longer than an observer may hold on to them.
      const late = new Promise((resolve) => setTimeout(() => resolve('no connection left'), 15_000));
      const work = async (): Promise<number> => {
        // A browser has six connections for one host.
        for (let count = 0; count < 7; count++) {
          const { body } = await fetch(`${endless}?${count}`, { signal: all.signal });
          await body?.cancel();
        }
        return (await fetch(api)).status;
      };
      const outcome = await Promise.race([work(), late]);
      // Without connections the next page could not be loaded either.
      all.abort();
      return outcome;
    },
  },
  {
    name: 'an answer in pieces comes in these pieces',
    run: async ({ slow }) => {
      const response = await fetch(slow);
      const pieces: string[] = [];
      const decoder = new TextDecoder();
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part?.value; part = await reader?.read())
        pieces.push(decoder.decode(part.value));
      return [pieces, response.bodyUsed, response.body?.locked];
    },
  },
  {
    name: 'every way to read a stream',
    run: async ({ api }) => {
      const text = async (stream: ReadableStream<Uint8Array>): Promise<number> => {
        let size = 0;
        const writable = new WritableStream<Uint8Array>({
          write(chunk) {
            size += chunk.length;
          },
        });
        await stream.pipeTo(writable);
        return size;
      };
      const bodies = await Promise.all(
        Array.from({ length: 5 }, async () => {
          const { body } = await fetch(api, { method: 'POST', body: 'x'.repeat(10_000) });
          if (!body) throw new Error('The answer has no body.');
          return body;
        }),
      );
      const [piped, teed, wrapped, looped, bytes] = bodies;
      if (!piped || !teed || !wrapped || !looped || !bytes) return 'no bodies';
      const [one, two] = teed.tee();
      const reader = bytes.getReader({ mode: 'byob' });
      const first = await reader.read(new Uint8Array(5));
      let steps = 0;
      // biome-ignore lint/suspicious/noExplicitAny: asynchronous iteration is not declared
      for await (const chunk of looped as any) steps += chunk.length;
      return [
        await text(piped.pipeThrough(new TransformStream())),
        await Promise.all([text(one), text(two)]),
        (await new Response(wrapped).text()).length,
        steps,
        [first.value?.length, first.done],
      ];
    },
  },
  {
    name: 'a body that is asked for twice is one, and locked while it is read',
    run: async ({ api }) => {
      const response = await fetch(api);
      const { body } = response;
      const reader = body?.getReader();
      const locked = [response.body === body, body?.locked, response.bodyUsed];
      const outcomes = [
        await response.text().catch(String),
        (() => {
          try {
            return String(response.clone());
          } catch (error) {
            return String(error);
          }
        })(),
      ];
      reader?.releaseLock();
      return [locked, outcomes, (await response.text()).length, response.bodyUsed];
    },
  },
  {
    name: 'one request is one entry of the performance timeline',
    run: async ({ api }) => {
      const response = await fetch(`${api}?measured`, { method: 'POST', body: 'x' });
      await response.text();
      const entries = performance.getEntriesByName(`${api}?measured`);
      const [entry] = entries;
      return [
        entries.length,
        entry instanceof PerformanceResourceTiming && [entry.initiatorType, entry.decodedBodySize > 0],
      ];
    },
  },
  {
    name: 'integrity: right, wrong, and of a body that nobody reads',
    run: async ({ origin }) => {
      const url = `${origin}/api/v2/conversations/webchat/worker.js`;
      const bytes = await (await fetch(url)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const right = `sha256-${btoa(String.fromCharCode(...digest))}`;
      const read = (integrity: string): Promise<unknown> =>
        fetch(url, { integrity }).then(({ status }) => status, String);
      return [await read(right), await read('sha256-AAAA'), await read('no hash')];
    },
  },
  {
    name: 'statuses that have no body, and a method that has none',
    run: async ({ api }) => {
      const head = await fetch(api, { method: 'HEAD' });
      return [head.status, head.body, (await head.text()).length, head.bodyUsed];
    },
  },
  {
    name: 'one signal for several requests, and the listeners it has',
    run: async ({ endless, api }) => {
      const cancel = new AbortController();
      const seen: unknown[] = [];
      const { signal } = cancel;
      signal.onabort = () => seen.push('handler');
      signal.addEventListener('abort', () => seen.push('listener'));
      const requests = [0, 1].map((count) => fetch(`${endless}?${count}`, { signal }));
      const kept = await fetch(api, { signal });
      const bodies = await Promise.all(requests);
      const reading = bodies.map((response) => response.text().catch((error: unknown) => error));
      cancel.abort('own reason');
      return [await Promise.all(reading), await kept.text().catch((error: unknown) => error), seen];
    },
  },
  {
    name: 'a promise that is raced, awaited twice and left alone',
    run: async ({ api, broken }) => {
      const promise = fetch(api);
      const [first, second] = await Promise.all([promise, promise]);
      const raced = await Promise.race([fetch(broken).catch(String), new Promise(() => 0)]);
      const settled = await Promise.allSettled([fetch(broken), fetch(api)]);
      return [first === second, raced, settled.map(({ status }) => status), promise.constructor === Promise];
    },
  },
];
