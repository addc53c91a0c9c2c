import { DIALECTS } from '../dialects/dialects.ts';
import { parseTemplate } from '../dialects/template.ts';
import type { Mapping } from './mapping.ts';
import type { BrokenRule } from './rules.ts';

/** What no schema can say about the dialect that a mapping declares. */
export function* brokenDeclaration({
  dialect,
  declaration,
  attributes,
}: Pick<Mapping, 'dialect' | 'declaration' | 'attributes'>): Generator<BrokenRule> {
  if (!declaration) return;
  if (DIALECTS.some(({ id }) => id === dialect)) {
    const message = `"${dialect}" is built in: take another name for what is declared here, or remove "declaration".`;
    yield { path: ['dialect'], rule: 'built-in', message };
  }
  for (const [stage, templates] of Object.entries(declaration.paths)) {
    for (const [i, source] of templates.entries()) {
      const parsed = parseTemplate(source);
      if ('error' in parsed)
        yield {
          path: ['declaration', 'paths', stage, i],
          rule: 'template',
          message: `This is no template: ${parsed.error}.`,
        };
    }
  }
  const { namespaces } = declaration;
  for (const [i, { namespace }] of attributes.entries()) {
    if (namespaces.includes(namespace)) continue;
    const message = `"${namespace}" is none of the declared namespaces (${namespaces.join(', ')}): declare it, or mend it.`;
    yield { path: ['attributes', i, 'namespace'], rule: 'namespace', message };
  }
}
