import { joinPath } from '../capture/display.ts';

/** From the whole value to a part of it: property names and array indices. */
export type Path = readonly (string | number)[];

/** As people write it: `attributes[2].pattern`, `paths["my stage"]`; `''` for the whole value. */
export function formatPath(path: Path): string {
  let text = '';
  for (const part of path) text = typeof part === 'number' ? `${text}[${part}]` : joinPath(text, part);
  return text;
}

/** The end of a path, which names the part by itself: `"pattern"`, `"aliases[1]"`; `The file` for the whole value. */
export function nameOf(path: Path): string {
  if (path.length === 0) return 'The file';
  const lastName = path.findLastIndex((part) => typeof part === 'string');
  return `"${formatPath(path.slice(Math.max(lastName, 0)))}"`;
}
