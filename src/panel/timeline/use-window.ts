import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The part of a long list that is in view. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** What of the list is seen. */
interface View {
  /** Where it is scrolled to; `null`: to its end, where it stays while rows are added. */
  readonly top: number | null;
  readonly height: number;
}

const AROUND = 8;

/**
 * Which rows of a list of equal rows are in view, with some around. The list is the only child of its box. To ask a browser
 * where a list is scrolled to makes it lay everything out at once, so it is asked only when that is done anyway.
 */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): Window {
  const [view, setView] = useState<View>({ top: null, height: 0 });
  const latest = useRef(view);

  useLayoutEffect(() => {
    const element = box.current;
    const list = element?.firstElementChild;
    if (!element || !list) return;
    let scrolled = 0;
    const look = (): void => {
      const { scrollTop, clientHeight: height, scrollHeight } = element;
      const { top: before, height: heightBefore } = latest.current;
      if (height === 0) return;
      const isAtEnd = scrollTop + height >= scrollHeight - rowHeight;
      // A list that grew meanwhile was not scrolled away from its end.
      const follows = isAtEnd || (before === null && scrollTop >= scrolled);
      scrolled = scrollTop;
      const top = follows ? null : scrollTop;
      if (top === before && height === heightBefore) return;
      latest.current = { top, height };
      setView(latest.current);
    };
    // Told after the browser has laid everything out, and before it paints.
    const observer = new ResizeObserver(() => {
      if (latest.current.top === null) element.scrollTop = element.scrollHeight;
      look();
    });
    observer.observe(element);
    observer.observe(list);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [rowHeight]);

  const first = view.top === null ? count * rowHeight - view.height : view.top;
  const start = Math.max(0, Math.floor(first / rowHeight) - AROUND);
  const end = Math.min(count, Math.ceil((first + view.height) / rowHeight) + AROUND);
  return view.height === 0 ? { start: 0, end: 0 } : { start: Math.min(start, end), end };
}
