/** A type by name: one of FEEL's, or of an item definition, with the prefix of its import where it has one. */
export type TypeName = string | null;

/** Logic as DMN draws it in boxes (DMN 1.5, chapters 8 and 10). */
export type BoxedExpression = BoxedLogic & { readonly typeRef: TypeName };

type BoxedLogic =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DmnTable }
  | { readonly kind: 'context'; readonly entries: readonly ContextEntry[] }
  | { readonly kind: 'invocation'; readonly called: BoxedExpression; readonly bindings: readonly Binding[] }
  | { readonly kind: 'relation'; readonly columns: readonly string[]; readonly rows: readonly (readonly BoxedExpression[])[] }
  | { readonly kind: 'list'; readonly items: readonly BoxedExpression[] }
  | FunctionLogic
  | {
      readonly kind: 'conditional';
      readonly test: BoxedExpression;
      readonly then: BoxedExpression;
      readonly else: BoxedExpression;
    }
  | { readonly kind: 'filter'; readonly list: BoxedExpression; readonly match: BoxedExpression }
  | {
      readonly kind: 'for' | 'some' | 'every';
      readonly variable: string;
      readonly list: BoxedExpression;
      readonly each: BoxedExpression;
    };

export interface FunctionLogic {
  readonly kind: 'function';
  readonly parameters: readonly TypedName[];
  readonly body: BoxedExpression | null;
  /** Of another language than FEEL: it cannot be called here. */
  readonly isForeign: boolean;
}

export interface TypedName {
  readonly name: string;
  readonly typeRef: TypeName;
}

/** Without a name: the result of the whole context. */
export interface ContextEntry {
  readonly variable: TypedName | null;
  readonly value: BoxedExpression;
}

export interface Binding {
  readonly name: string;
  readonly value: BoxedExpression | null;
}

export type DmnHitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregator = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

export interface DmnTable {
  readonly hitPolicy: DmnHitPolicy;
  readonly aggregator: Aggregator | null;
  /** FEEL; `allowed` are unary tests that a value has to pass. */
  readonly inputs: readonly { readonly expression: string; readonly typeRef: TypeName; readonly allowed: string | null }[];
  readonly outputs: readonly DmnOutput[];
  readonly rules: readonly { readonly when: readonly string[]; readonly then: readonly string[] }[];
}

export interface DmnOutput {
  readonly name: string | null;
  readonly typeRef: TypeName;
  readonly allowed: string | null;
  readonly byDefault: string | null;
}

/** The id of an element, in this model or in an imported one. */
export interface Reference {
  readonly namespace: string | null;
  readonly id: string;
}

interface Element extends TypedName {
  readonly id: string;
}

export type DmnElement =
  | (Element & { readonly kind: 'input' })
  | (Element & { readonly kind: 'decision'; readonly needs: readonly Reference[]; readonly logic: BoxedExpression | null })
  | (Element & { readonly kind: 'knowledge'; readonly needs: readonly Reference[]; readonly logic: FunctionLogic })
  | (Element & DecisionService);

interface DecisionService {
  readonly kind: 'service';
  readonly outputs: readonly Reference[];
  readonly inputDecisions: readonly Reference[];
  readonly inputData: readonly Reference[];
}

export interface ItemDefinition {
  readonly name: string;
  readonly typeRef: TypeName;
  readonly isCollection: boolean;
  readonly isFunction: boolean;
  readonly components: readonly ItemDefinition[];
  /** Unary tests that each value, or each item of a collection, has to pass. */
  readonly allowed: string | null;
}

export interface DmnModel {
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly { readonly name: string; readonly namespace: string }[];
  readonly types: readonly ItemDefinition[];
  readonly elements: readonly DmnElement[];
}
