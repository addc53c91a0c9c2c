import { useEffect, useState } from 'preact/hooks';

/**
 * How the parts are laid out. `narrow`: docked at the side, one under the other. `low`: docked below, side by side.
 * `full`: room for all, with the timeline below.
 */
export type Layout = 'narrow' | 'low' | 'full';

export function layoutFor(width: number, height: number): Layout {
  if (width < 760) return 'narrow';
  return height < 560 ? 'low' : 'full';
}

const current = (): Layout => layoutFor(window.innerWidth, window.innerHeight);

/** The layout that fits the panel as it is now. */
export function useLayout(): Layout {
  const [layout, setLayout] = useState(current);
  useEffect(() => {
    const update = (): void => setLayout(current());
    addEventListener('resize', update);
    // DevTools may have given the panel its size between the first drawing and now.
    update();
    return () => removeEventListener('resize', update);
  }, []);
  return layout;
}
