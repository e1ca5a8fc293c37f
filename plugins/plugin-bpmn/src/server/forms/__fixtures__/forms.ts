import { childNodes, type FieldDescription, type FormNode, formTree, type StepParams } from '../../../common/form';
import { type CompiledForm, compileForm } from '../compile';
import { collections } from './collections';

export const FORM_UID = 'bpmnForm_covenant_Review';

/** A form with one field a row. */
export const aForm = (...fields: (string | FieldDescription)[]): FormNode =>
  formTree(
    { collection: 'covenants', rows: fields.map((field) => [typeof field === 'string' ? { field } : field]) },
    { uid: FORM_UID, collections },
  );

export const gridOf = (tree: FormNode): FormNode => {
  const grid = childNodes(tree, 'items').flatMap((item) => childNodes(item, 'grid'))[0];
  if (!grid) throw new Error('the form has no grid');
  return grid;
};

export const itemOf = (tree: FormNode, field: string): FormNode => {
  const item = childNodes(gridOf(tree), 'items').find((node) => node.uid.endsWith(`_${field}`));
  if (!item) throw new Error(`no item ${field}`);
  return item;
};

export const componentOf = (tree: FormNode, field: string): FormNode => {
  const [component] = childNodes(itemOf(tree, field), 'field');
  if (!component) throw new Error(`no component of ${field}`);
  return component;
};

/** Changes a node as a step of NocoBase's designer would. */
export function setStep(node: FormNode, flow: string, step: string, params: StepParams): void {
  node.stepParams = { ...node.stepParams, [flow]: { ...node.stepParams?.[flow], [step]: params } };
}

export interface RuleLine {
  path: string;
  operator: string;
  value?: unknown;
}

/** A linkage rule as NocoBase stores it. */
export const aRule = (when: RuleLine[], ...actions: { name: string; value: unknown }[]) => ({
  key: 'rule',
  title: '规则',
  enable: true,
  condition: { logic: '$and', items: when },
  actions: actions.map(({ name, value }) => ({ key: name, name, params: { value } })),
});

export const setState = (tree: FormNode, fields: string[], state: string) => ({
  name: 'linkageSetFieldProps',
  value: { fields: fields.map((field) => itemOf(tree, field).uid), state },
});

export const assign = (targetPath: string, value: unknown, mode = 'assign') => ({
  name: 'linkageAssignField',
  value: [{ key: 'a', enable: true, targetPath, mode, value }],
});

export function withRules(tree: FormNode, ...rules: unknown[]): FormNode {
  setStep(gridOf(tree), 'eventSettings', 'linkageRules', { value: rules });
  return tree;
}

export const form = (name: string) => `{{ ctx.formValues.${name} }}`;

export const compile = (tree: FormNode): CompiledForm => compileForm(tree, collections);

export function compiled(tree: FormNode): Extract<CompiledForm, { ok: true }> {
  const result = compile(tree);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
