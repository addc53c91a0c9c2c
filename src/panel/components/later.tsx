import { type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props<P> {
  /** Gives the component. It must be the same function each time. */
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P & {};
}

/** A part of the panel that is loaded when it is first shown, since most visits do without it. */
export function Later<P>({ load, props }: Props<P>) {
  const [part, setPart] = useState<FunctionComponent<P> | null>(null);
  useEffect(() => {
    // As a function: what is set is itself one.
    void load().then((component) => setPart(() => component));
  }, [load]);
  return part && h(part, props);
}
