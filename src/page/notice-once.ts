import type { NoticeCode } from '../core/capture/event.ts';
import { now } from './clock.ts';
import { report } from './outbox.ts';

/** @returns tells of a blind spot, the first time that it is called */
export function noticeOnce(code: NoticeCode): (detail: string) => void {
  let told = false;
  return (detail) => {
    if (told) return;
    told = true;
    report({ kind: 'notice', time: now(), code, detail });
  };
}
