import type { Frame, Page } from 'puppeteer-core';

/** The longest task of a document's thread, in milliseconds. */
export interface LongestTask {
  /** Of the processor's time, which is what the document itself has taken. */
  readonly own: number;
  /** By the clock on the wall: on a machine with few cores it counts what other processes took meanwhile. */
  readonly wall: number;
}

/** An event of a trace. @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly message?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** Names the thread of the document in the trace. */
const MARK = 'cxone-payload bench';

/** Traces the browser while something happens. @returns the longest task of one document's thread in that time */
export async function longestTaskDuring(
  page: Page,
  document: Frame,
  happen: () => Promise<unknown>,
): Promise<LongestTask> {
  const session = await page.browser().target().createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }: { value: readonly TraceEvent[] }) => {
    for (const event of value)
      if (event.name === 'RunTask' || event.args?.data?.message === MARK) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await document.evaluate((mark) => console.timeStamp(mark), MARK);
  await happen();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mark = events.find(({ args }) => args?.data?.message === MARK);
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === mark?.pid && tid === mark.tid,
  );
  if (tasks.length === 0) throw new Error('The browser traced no task of the panel.');
  return { own: longest(tasks, 'tdur'), wall: longest(tasks, 'dur') };
}

/** @returns milliseconds */
function longest(tasks: readonly TraceEvent[], clock: 'dur' | 'tdur'): number {
  const times = tasks.flatMap((task) => task[clock] ?? []);
  // Not every platform tells the time of a thread.
  if (times.length === 0) throw new Error(`The browser traced no ${clock} of the panel's tasks.`);
  return Math.max(...times) / 1000;
}
