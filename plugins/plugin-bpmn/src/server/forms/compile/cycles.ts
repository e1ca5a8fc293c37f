import { type Effect, type FormSchema, operandsOf, type Reaction } from '../../../common/form';

/** Effects that change a value, and so may set off other conditions. */
const changesValue = (effect: Effect) => effect.kind === 'value' || effect.kind === 'visible';

/** A field whose rules lead back to itself: such rules could run for ever. */
export function fieldInCycle(schema: FormSchema): string | undefined {
  const sources = new Map<string, string[]>();
  visit(schema.properties, '');
  return [...sources.keys()].find((path) => reaches(path, path, new Set()));

  function visit(properties: FormSchema['properties'], prefix: string): void {
    for (const [name, property] of Object.entries(properties)) {
      sources.set(
        prefix + name,
        (property['x-reactions'] ?? [])
          .filter(({ effect }) => changesValue(effect))
          .flatMap((reaction) => reads(reaction, prefix)),
      );
      visit(property.items?.properties ?? property.properties ?? {}, `${prefix}${name}.`);
    }
  }

  function reaches(from: string, goal: string, seen: Set<string>): boolean {
    return (sources.get(from) ?? []).some((source) => {
      if (source === goal) return true;
      if (seen.has(source)) return false;
      seen.add(source);
      return reaches(source, goal, seen);
    });
  }
}

function reads({ when, effect }: Reaction, prefix: string): string[] {
  const assigned = effect.kind === 'value' && 'scope' in effect.value ? [effect.value] : [];
  return [...operandsOf(when), ...assigned].map((operand) => (operand.scope === 'row' ? prefix + operand.path : operand.path));
}
