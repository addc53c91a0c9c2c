import { bare } from './natives.ts';

/** How long events wait for others to share a batch with, in milliseconds. */
const DELAY = 50;

const postTask = scheduler.postTask.bind(scheduler);

/**
 * Runs `work` once, in a task of its own. The scheduler is better than a timer: its tasks take no timer ids, which
 * pages count on, and a page that clears every timer there is does not clear them.
 *
 * @param work must not throw
 * @param delay how long to wait before it, in milliseconds
 */
export const later = (work: () => void, delay = DELAY): void => void postTask(work, bare({ delay }));
