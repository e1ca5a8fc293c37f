import { type Effect, type FieldSchema, fieldAt, hasColumns, type Reaction } from '../../../common/form';
import type { FormReason } from '../problems';
import type { Compilation, CompiledField, RuleScope } from './compilation';
import { compileCondition, type ConditionScope, operandOf } from './conditions';

type Data = Record<string, unknown>;
interface Target {
  path: string;
  effect: Effect;
}

/** Puts the rules of one grid as reactions on the fields that they change. */
export function compileRules(scope: RuleScope, fields: CompiledField[], compilation: Compilation): void {
  const reading: ConditionScope = { fields: fields.map(({ field }) => field), prefix: scope.prefix };
  const refuse = (item: string, reason: FormReason, detail: unknown) =>
    compilation.problems.add(scope.node, item, reason, typeof detail === 'string' ? detail : JSON.stringify(detail ?? null));
  const put = (item: string, condition: unknown, targets: Target[]) => {
    const when = compileCondition(condition, reading);
    if (!when.ok) return refuse(item, when.reason, when.detail);
    for (const target of targets) react(fields, target.path, { when: when.condition, effect: target.effect });
  };

  objects(scope.rules).forEach((rule, index) => {
    if (rule.enable === false) return;
    const item = typeof rule.title === 'string' && rule.title ? rule.title : `#${index + 1}`;
    for (const action of objects(rule.actions)) {
      const value = object(action.params).value;
      switch (action.name) {
        case 'linkageSetFieldProps':
        case 'subFormLinkageSetFieldProps':
          put(
            item,
            rule.condition,
            stateTargets(object(value), compilation, (reason, detail) => refuse(item, reason, detail)),
          );
          break;
        case 'linkageAssignField':
        case 'subFormLinkageAssignField':
        case 'setFieldsDefaultValue':
          assign(item, rule.condition, value);
          break;
        case 'linkageRunjs':
          refuse(item, 'script', action.name);
          break;
        default:
          refuse(item, 'ruleAction', action.name);
      }
    }
  });
  if (objects(scope.assignments).length > 0) assign(scope.node.use, undefined, scope.assignments);

  function assign(item: string, condition: unknown, value: unknown): void {
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0)
      return refuse(item, 'ruleValue', value);
    for (const assignment of objects(value)) {
      if (assignment.enable === false || !assignment.targetPath) continue;
      const target = assignmentTarget(assignment, reading, fields);
      if (!('effect' in target)) refuse(item, target.reason, target.detail);
      else
        put(
          item,
          { logic: '$and', items: [condition, assignment.condition].filter((part) => part !== undefined && part !== null) },
          [target],
        );
    }
  }
}

function stateTargets(value: Data, { pathByUid }: Compilation, refuse: (reason: FormReason, detail: unknown) => void): Target[] {
  const uids = Array.isArray(value.fields) ? value.fields : [];
  const effect = stateEffect(value);
  if (!effect) {
    if (uids.length > 0) refuse('ruleAction', value.state);
    return [];
  }
  return uids.flatMap((uid: unknown) => {
    const path = pathByUid.get(String(uid));
    if (path === undefined) refuse('ruleTarget', uid);
    return path === undefined ? [] : [{ path, effect }];
  });
}

function stateEffect({ state, selectedOptions }: Data): Effect | undefined {
  switch (state) {
    case 'visible':
    case 'hidden':
      return { kind: 'visible', isVisible: state === 'visible' };
    case 'hiddenReservedValue':
      return { kind: 'concealed' };
    case 'required':
    case 'notRequired':
      return { kind: 'required', isRequired: state === 'required' };
    case 'disabled':
    case 'enabled':
      return { kind: 'editable', isEditable: state === 'enabled' };
    case 'limitOptions':
      return {
        kind: 'choice',
        choice: objects(selectedOptions).map((option) =>
          typeof option.value === 'number' ? option.value : String(option.value),
        ),
      };
    default:
      return undefined;
  }
}

/** Only columns are assigned: a pick set by a rule would have to be checked against rights that the rule does not have. */
function assignmentTarget(
  assignment: Data,
  reading: ConditionScope,
  fields: CompiledField[],
): Target | { reason: FormReason; detail: unknown } {
  const { targetPath, mode, value } = assignment;
  const local = String(targetPath);
  const path = reading.prefix && !local.startsWith(reading.prefix) ? reading.prefix + local : local;
  if (
    fieldAt(
      fields.map(({ field }) => field),
      path,
    )?.kind !== 'value' ||
    !path.startsWith(reading.prefix)
  )
    return { reason: 'ruleTarget', detail: targetPath };
  if (path.slice(reading.prefix.length).includes('.')) return { reason: 'ruleTarget', detail: targetPath };
  if (typeof value === 'object' && value !== null && 'code' in value) return { reason: 'script', detail: targetPath };
  const isVariable = JSON.stringify(value ?? null).includes('{{');
  const source = isVariable ? operandOf(value, reading) : { constant: value ?? null };
  if (!source) return { reason: 'ruleValue', detail: value };
  return { path, effect: { kind: 'value', value: source, whenEmpty: mode === 'default' || mode === 'override' } };
}

function react(fields: CompiledField[], path: string, reaction: Reaction): void {
  const schema = schemaAt(fields, path);
  const field = fieldAt(
    fields.map((compiled) => compiled.field),
    path,
  );
  if (!schema || !field) return;
  schema['x-reactions'] = [...(schema['x-reactions'] ?? []), reaction];
  // a default is the browser's: what people leave in it is sent like any other value
  if (reaction.effect.kind === 'value' && !reaction.effect.whenEmpty) field.isAssigned = true;
}

export function schemaAt(fields: CompiledField[], path: string): FieldSchema | undefined {
  const [name = '', ...rest] = path.split('.');
  const compiled = fields.find(({ field }) => field.name === name);
  if (!compiled || rest.length === 0 || !hasColumns(compiled.field)) return rest.length === 0 ? compiled?.schema : undefined;
  const properties = compiled.schema.items?.properties ?? compiled.schema.properties ?? {};
  return rest.length === 1 ? properties[rest[0] ?? ''] : undefined;
}

const object = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}; // checked just before
const objects = (value: unknown): Data[] => (Array.isArray(value) ? value.map(object) : []);
