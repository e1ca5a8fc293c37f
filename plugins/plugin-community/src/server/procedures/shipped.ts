import { createHash } from 'node:crypto';
import type { ShippedProcedure } from '../ports';
import { saidOfCollection } from './fields';
import type { Procedure } from './load';

/** A procedure folder as what administrators may bring their process up to. */
export function shippedOf(procedure: Procedure): ShippedProcedure {
  const { definition, xml, forms, decisions } = procedure;
  const { key: processKey, name, collections } = definition;
  return {
    processKey,
    xml,
    name,
    forms,
    decisions,
    templates: templatesOf(procedure),
    collections: collections.map(saidOfCollection),
    contentDigest: digestOf(procedure),
  };
}

/** With the Word file of each. */
export const templatesOf = ({ definition, templates }: Procedure) =>
  definition.templates.map((template) => ({ ...template, file: templates.get(template.key) ?? new Uint8Array() }));

/** The same for the same files, on every machine. */
export function digestOf({ definition, xml, forms, decisions, templates }: Procedure): string {
  const hash = createHash('sha256').update(JSON.stringify([definition, xml, [...forms], [...decisions]]));
  for (const [key, file] of templates) hash.update(key).update(file);
  return hash.digest('hex');
}
