import { type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A view that is loaded when it is first shown.
 * @param load gives the component; it is called once for each time that the view is shown
 */
export function Later({ load }: { readonly load: () => Promise<FunctionComponent> }) {
  const [view, setView] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    // As a function: what is set is itself one.
    void load().then((component) => setView(() => component));
  }, [load]);
  return view && h(view, {});
}
