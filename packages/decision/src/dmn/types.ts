import { feelDateTime, feelValue, viewFeel, type FeelValue, type FeelView } from '@wuxin/feel';
import type { ItemDefinition, TypeName } from './model';

/** FEEL's types by all the names that files of DMN 1.1 to 1.5 give them. */
const BUILT_IN: Readonly<Record<string, FeelView['kind']>> = {
  'number': 'number',
  'string': 'string',
  'boolean': 'boolean',
  'date': 'date',
  'time': 'time',
  'date and time': 'date and time',
  'dateTime': 'date and time',
  'days and time duration': 'days and time duration',
  'dayTimeDuration': 'days and time duration',
  'years and months duration': 'years and months duration',
  'yearMonthDuration': 'years and months duration',
  'context': 'context',
  'function': 'function',
};

type PassesTests = (tests: string, value: FeelValue) => boolean;

/** The types of a model and of those that it imports, these under the names of their imports. */
export class Types {
  private readonly known: ReadonlyMap<string, ItemDefinition>;

  constructor(definitions: readonly (readonly [name: string, definition: ItemDefinition])[]) {
    this.known = new Map(definitions);
  }

  /** The value as a value of the type, or undefined when it is none (DMN 1.5, 10.3.2.9.4). */
  conform(value: FeelValue, typeRef: TypeName, passes: PassesTests): FeelValue | undefined {
    if (typeRef === null) return value;
    const definition = this.known.get(typeRef);
    return definition ? this.conformTo(value, definition, passes) : conformToBuiltIn(value, typeRef);
  }

  private conformTo(value: FeelValue, definition: ItemDefinition, passes: PassesTests): FeelValue | undefined {
    const view = viewFeel(value);
    if (view.kind === 'null') return value;
    if (!definition.isCollection) return this.conformItem(singleOf(value, view), definition, passes);
    const items = view.kind === 'list' ? view.items : [value];
    const conforming = items.map((item) => (viewFeel(item).kind === 'null' ? item : this.conformItem(item, definition, passes)));
    return conforming.every((item) => item !== undefined) ? feelValue(conforming) : undefined;
  }

  private conformItem(value: FeelValue, definition: ItemDefinition, passes: PassesTests): FeelValue | undefined {
    const { allowed, components, isFunction, typeRef } = definition;
    const kind = viewFeel(value).kind;
    if (isFunction) return kind === 'function' ? value : undefined;
    const typed = components.length > 0 ? this.conformParts(value, definition, passes) : this.conform(value, typeRef, passes);
    return typed === undefined || (allowed !== null && !passes(allowed, typed)) ? undefined : typed;
  }

  private conformParts(value: FeelValue, { components }: ItemDefinition, passes: PassesTests): FeelValue | undefined {
    const view = viewFeel(value);
    if (view.kind !== 'context') return undefined;
    const parts = { ...view.entries };
    for (const component of components) {
      const part = parts[component.name];
      if (part === undefined) return undefined;
      const typed = this.conformTo(part, component, passes);
      if (typed === undefined) return undefined;
      parts[component.name] = typed;
    }
    return feelValue(parts);
  }
}

function conformToBuiltIn(given: FeelValue, typeRef: string): FeelValue | undefined {
  const name = typeRef.replace(/^feel:/, '');
  const kind = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (kind === undefined) return given; // Any, or a type that nobody defined
  const value = singleOf(given, viewFeel(given));
  const found = viewFeel(value).kind;
  if (found === 'null' || found === kind) return value;
  return found === 'date' && kind === 'date and time'
    ? feelValue(feelDateTime(`${JSON.stringify(value).slice(1, -1)}T00:00:00Z`))
    : undefined;
}

/** A list of one is its element where no list is wanted. */
function singleOf(value: FeelValue, view: FeelView): FeelValue {
  const [first] = view.kind === 'list' && view.items.length === 1 ? view.items : [];
  return first ?? value;
}
