import {
  childNodes,
  type CollectionReader,
  type ContractField,
  contractPaths,
  descendants,
  type FormContract,
  type FormNode,
  type FormSchema,
  modelOf,
  stepParams,
  TASK_FORM_MODEL,
  TASK_GRID_MODEL,
} from '../../../common/form';
import { type FormProblem, Problems } from '../problems';
import type { Compilation, CompiledField, RuleScope } from './compilation';
import { fieldInCycle } from './cycles';
import { compileItems } from './items';
import { isDecoration, refusalOf } from './models';
import { compileRules, schemaAt } from './rules';

export type CompiledForm = { ok: true; schema: FormSchema; contract: FormContract } | { ok: false; problems: FormProblem[] };

/**
 * Turns a flow-model tree into what the server can check: a Formily JSON Schema and the contract of readable and writable
 * fields. Whatever it cannot express is refused by name, so that nothing is shown that the server does not enforce.
 */
export function compileForm(tree: FormNode, collections: CollectionReader): CompiledForm {
  const problems = new Problems();
  const compilation: Compilation = { collections, problems, pathByUid: new Map(), lockedPaths: new Set() };
  const form = theForm(tree, problems);
  const fields = form ? compileFields(form, compilation) : undefined;
  refuseEventFlows(tree, problems);
  if (!fields || problems.list.length > 0) return { ok: false, problems: problems.list };
  const schema: FormSchema = {
    type: 'object',
    properties: Object.fromEntries(fields.compiled.map((part) => [part.field.name, part.schema])),
  };
  const cycle = fieldInCycle(schema);
  if (cycle) {
    problems.add(
      tree,
      contractPaths(fields.contract).find(({ path }) => path === cycle)?.field.label ?? cycle,
      'ruleCycle',
      cycle,
    );
    return { ok: false, problems: problems.list };
  }
  return { ok: true, schema, contract: contractOf(fields) };
}

interface Fields {
  collection: string;
  keyField: string;
  compiled: CompiledField[];
  contract: ContractField[];
}

/** The one form among explanations. */
function theForm(tree: FormNode, problems: Problems): FormNode | undefined {
  if (tree.use !== TASK_GRID_MODEL) return void problems.add(tree, tree.use, 'noForm', tree.use);
  const [form, ...others] = childNodes(tree, 'items').filter((node) => {
    if (node.use === TASK_FORM_MODEL) return true;
    if (!isDecoration(node)) problems.add(node, modelOf(node), refusalOf(modelOf(node)), modelOf(node));
    return false;
  });
  for (const other of others) problems.add(other, other.use, 'severalForms');
  if (!form) problems.add(tree, tree.use, 'noForm');
  return form;
}

function compileFields(form: FormNode, compilation: Compilation): Fields | undefined {
  const { problems, collections } = compilation;
  for (const action of childNodes(form, 'actions'))
    problems.add(action, modelOf(action), refusalOf(modelOf(action)), modelOf(action));
  const { collectionName, dataSourceKey = 'main' } = stepParams(form, 'resourceSettings', 'init');
  const collection = typeof collectionName === 'string' && dataSourceKey === 'main' ? collections(collectionName) : undefined;
  if (!collection) return void problems.add(form, form.use, 'collection', String(collectionName));
  const [grid] = childNodes(form, 'grid');
  const scopes: RuleScope[] = grid ? [formRules(form, grid)] : [];
  if (grid && grid.use !== 'FormGridModel') problems.add(grid, grid.use, refusalOf(grid.use), grid.use);
  const nodes = grid ? childNodes(grid, 'items') : [];
  const compiled = compileItems(nodes, { collection, prefix: '', isWritable: true }, compilation, scopes);
  for (const scope of scopes) compileRules(scope, compiled, compilation);
  unlock(compiled, compilation.lockedPaths);
  return { collection: collection.name, keyField: collection.keyField, compiled, contract: compiled.map(({ field }) => field) };
}

/** NocoBase keeps a form's rules at its grid; older forms have them at the form itself. */
function formRules(form: FormNode, grid: FormNode): RuleScope {
  const at = (flow: string, step: string) => stepParams(grid, flow, step).value ?? stepParams(form, flow, step).value;
  return {
    node: form,
    rules: at('eventSettings', 'linkageRules'),
    assignments: at('formModelSettings', 'assignRules'),
    prefix: '',
  };
}

/** A disabled field that some rule enables is writable: the schema says when. */
function unlock(fields: CompiledField[], lockedPaths: ReadonlySet<string>): void {
  for (const { path, field } of contractPaths(fields.map((compiled) => compiled.field))) {
    const reactions = schemaAt(fields, path)?.['x-reactions'] ?? [];
    if (lockedPaths.has(path) && reactions.some(({ effect }) => effect.kind === 'editable' && effect.isEditable))
      field.isWritable = true;
  }
}

function refuseEventFlows(tree: FormNode, problems: Problems): void {
  for (const node of descendants(tree)) {
    if (Object.keys(node.flowRegistry ?? {}).length > 0)
      problems.add(node, modelOf(node), 'eventFlow', Object.keys(node.flowRegistry ?? {}).join(', '));
  }
}

function contractOf({ collection, keyField, compiled, contract }: Fields): FormContract {
  const entries = contractPaths(contract);
  const mayLapse = (path: string) =>
    (schemaAt(compiled, path)?.['x-reactions'] ?? []).some(({ effect }) => effect.kind !== 'value' && effect.kind !== 'choice');
  return {
    collection,
    keyField,
    readable: entries.map(({ path }) => path),
    writable: entries.filter(({ field }) => field.isWritable).map(({ path }) => path),
    required: entries
      .filter(({ path, field }) => field.isWritable && field.isRequired && !mayLapse(path))
      .map(({ path }) => path),
    fields: contract,
  };
}
