import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The part of a long list that is in view. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

const AROUND = 8;

/**
 * Which rows of a list of equal rows are in view, with some around. A list that is scrolled to its end stays there
 * while rows are added.
 */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): Window {
  const [view, setView] = useState({ top: 0, height: 0 });
  const [follows, setFollows] = useState(true);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const { scrollTop, clientHeight, scrollHeight } = element;
      setView({ top: scrollTop, height: clientHeight });
      if (clientHeight > 0) setFollows(scrollTop + clientHeight >= scrollHeight - rowHeight);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [rowHeight]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && follows) element.scrollTop = element.scrollHeight;
  }, [count, follows]);

  const start = Math.max(0, Math.floor(view.top / rowHeight) - AROUND);
  const end = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + AROUND);
  return view.height === 0 ? { start: 0, end: 0 } : { start: Math.min(start, end), end };
}
