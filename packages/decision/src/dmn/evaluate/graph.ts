import { feelFunction, feelValue, invokeFeel, type FeelValue } from '@wuxin/feel';
import { DmnError } from '../errors';
import type { DmnElement, DmnModel, ItemDefinition, Reference } from '../model';
import { Types } from '../types';
import { evaluateBoxed, functionOf } from './boxed';
import { NULL, orNull, type Place, type Run, type Scope } from './context';
import { mustConform, typed } from './typed';

type Service = DmnElement & { kind: 'service' };

/** An element with the model that it stands in. */
interface Found {
  readonly model: DmnModel;
  readonly element: DmnElement;
}

/** Values that are given for inputs and, in a decision service, for decisions; by namespace and id. */
type Given = ReadonlyMap<string, FeelValue>;

/** Models that know each other by their namespaces, and what has been worked out of them. */
export class Graph {
  private readonly results = new Map<string, FeelValue>();
  private readonly underWay = new Set<string>();
  private readonly places = new Map<DmnModel, Place>();

  constructor(
    private readonly models: readonly DmnModel[],
    private readonly run: Run,
    private readonly given: Given,
  ) {}

  /** @throws DmnError `dmn.cycle` for what needs itself, `dmn.noSuchReference` for what needs what there is not */
  valueOf(found: Found): FeelValue {
    const key = keyOf(found);
    const known = this.given.get(key) ?? this.results.get(key);
    if (known) return known;
    if (this.underWay.has(key)) throw new DmnError('dmn.cycle', { name: found.element.name });
    this.underWay.add(key);
    const value = this.evaluate(found);
    this.underWay.delete(key);
    this.results.set(key, value);
    return value;
  }

  /** A value that somebody gives, as one of the element's type. */
  asInput({ model, element }: Found, value: FeelValue): FeelValue {
    return typed(this.placeOf(model), value, element.typeRef);
  }

  /** Calls a knowledge model or a decision service with values for its parameters, by name. */
  call(found: Found, inputs: Readonly<Record<string, FeelValue>>): FeelValue {
    const { element, model } = found;
    if (element.kind !== 'service') return orNull(this.run, () => invokeFeel(this.valueOf(found), inputs));
    const parameters = this.parametersOf(found.model, element);
    return this.evaluateService(
      model,
      element,
      parameters.map(({ element: { name } }) => inputs[name] ?? NULL),
    );
  }

  private evaluate({ model, element }: Found): FeelValue {
    const place = this.placeOf(model);
    switch (element.kind) {
      case 'input':
        return NULL;
      case 'decision':
        if (element.logic === null) return orNull(this.run, () => refuse('dmn.noLogic', element.name));
        return typed(place, evaluateBoxed(place, element.logic, this.scopeOf(model, element.needs)), element.typeRef);
      case 'knowledge':
        return functionOf(place, element.logic, this.scopeOf(model, element.needs), element.logic.body?.typeRef ?? null);
      case 'service':
        return this.serviceAsFunction(model, element);
    }
  }

  /** What an element requires, by name; of an imported model under the name of its import. */
  private scopeOf(model: DmnModel, needs: readonly Reference[]): Scope {
    const scope: Record<string, FeelValue> = {};
    const imported: Record<string, Record<string, FeelValue>> = {};
    for (const reference of needs) {
      const found = this.find(model, reference);
      const prefix =
        model.imports.find(({ namespace }) => found.model !== model && namespace === found.model.namespace)?.name ?? '';
      const target = prefix === '' ? scope : (imported[prefix] ??= {});
      target[found.element.name] = this.valueOf(found);
    }
    return { ...scope, ...Object.fromEntries(Object.entries(imported).map(([prefix, values]) => [prefix, feelValue(values)])) };
  }

  private find(model: DmnModel, { namespace, id }: Reference): Found {
    const target = namespace === null ? model : this.models.find((one) => one.namespace === namespace);
    const element = target?.elements.find((one) => one.id === id);
    if (!target || !element) throw new DmnError('dmn.noSuchReference', { id, namespace });
    return { model: target, element };
  }

  private placeOf(model: DmnModel): Place {
    const known = this.places.get(model) ?? { run: this.run, types: new Types(this.typesOf(model)) };
    this.places.set(model, known);
    return known;
  }

  private typesOf(model: DmnModel, seen: readonly DmnModel[] = []): (readonly [string, ItemDefinition])[] {
    const own = model.types.map((definition) => [definition.name, definition] as const);
    const others = model.imports.flatMap(({ name, namespace }) => {
      const other = this.models.find((one) => one.namespace === namespace);
      if (!other || seen.includes(other)) return [];
      const known = this.typesOf(other, [...seen, model]);
      const names = new Set(known.map(([type]) => type));
      return known.map(([type, definition]) => [underImport(type, name), renamed(definition, name, names)] as const);
    });
    return [...others, ...own];
  }

  private parametersOf(model: DmnModel, { inputData, inputDecisions }: Service): Found[] {
    return [...inputData, ...inputDecisions].map((reference) => this.find(model, reference));
  }

  private serviceAsFunction(model: DmnModel, service: Service): FeelValue {
    const names = this.parametersOf(model, service).map(({ element }) => element.name);
    return feelFunction(names, (args) => this.evaluateService(model, service, args));
  }

  /** Its decisions are worked out anew, from what it is called with and nothing else. */
  private evaluateService(model: DmnModel, service: Service, args: readonly FeelValue[]): FeelValue {
    return orNull(this.run, () => this.outputsOf(model, service, args));
  }

  private outputsOf(model: DmnModel, service: Service, args: readonly FeelValue[]): FeelValue {
    const parameters = this.parametersOf(model, service);
    const given = parameters.map(
      (found, at) => [keyOf(found), mustConform(this.placeOf(found.model), args[at] ?? NULL, found.element.typeRef)] as const,
    );
    const inner = new Graph(this.models, this.run, new Map(given));
    const outputs = service.outputs.map((reference) => this.find(model, reference));
    const [only] = outputs;
    const value =
      only && outputs.length === 1
        ? inner.valueOf(only)
        : feelValue(Object.fromEntries(outputs.map((found) => [found.element.name, inner.valueOf(found)])));
    return typed(this.placeOf(model), value, service.typeRef);
  }
}

export const keyOf = ({ model, element }: Found): string => `${model.namespace}#${element.id}`;

const underImport = (type: string, importName: string): string => (importName ? `${importName}.${type}` : type);

/** The types of its own model that an imported definition names; FEEL's own keep their names. */
function renamed(definition: ItemDefinition, importName: string, names: ReadonlySet<string>): ItemDefinition {
  const { typeRef, components } = definition;
  return {
    ...definition,
    typeRef: typeRef !== null && names.has(typeRef) ? underImport(typeRef, importName) : typeRef,
    components: components.map((component) => renamed(component, importName, names)),
  };
}

function refuse(code: 'dmn.noLogic', name: string): never {
  throw new DmnError(code, { name });
}
