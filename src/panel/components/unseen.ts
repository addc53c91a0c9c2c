import { visible } from '../../core/capture/display.ts';

/** What is about to be drawn: a text, or the properties of an element or a component. */
interface Drawn {
  props: string | { children?: unknown; title?: string; 'aria-label'?: string };
}

/**
 * Writes out what could not be seen in anything that the panel says. Nearly all of it holds texts of the page, and no place
 * can forget them.
 */
export function writeOutUnseen(drawn: Drawn): void {
  const { props } = drawn;
  if (typeof props === 'string') drawn.props = visible(props);
  else {
    props.title &&= visible(props.title);
    props['aria-label'] &&= visible(props['aria-label']);
  }
}
