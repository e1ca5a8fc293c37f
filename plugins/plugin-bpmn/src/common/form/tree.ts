/** Parameters of one step of one flow, as NocoBase's designer stores them. */
export type StepParams = Record<string, unknown>;

/** One node of a flow-model tree: what NocoBase's designer writes and its renderer reads. */
export interface FormNode {
  uid: string;
  use: string;
  props?: Record<string, unknown>;
  stepParams?: Record<string, Record<string, StepParams>>;
  /** Event flows that a person added to this one node. */
  flowRegistry?: Record<string, unknown>;
  subModels?: Record<string, FormNode | FormNode[]>;
  sortIndex?: number;
}

/** Models of ours. The rest of a task form is NocoBase's own. */
export const TASK_GRID_MODEL = 'BpmnTaskGridModel';
export const TASK_FORM_MODEL = 'BpmnTaskFormModel';

/** The same element always has the same draft form. */
export const draftFormUid = (processKey: string, elementId: string) => `bpmnForm_${processKey}_${elementId}`;

export function stepParams(node: FormNode, flow: string, step: string): StepParams {
  return node.stepParams?.[flow]?.[step] ?? {};
}

/** Which class renders the node: a field that was switched to another component keeps its class in a step. */
export function modelOf(node: FormNode): string {
  const bound = node.stepParams?.fieldBinding?.use as unknown; // here a step holds a name instead of parameters
  return typeof bound === 'string' ? bound : node.use;
}

export function childNodes(node: FormNode, key: string): FormNode[] {
  const children = node.subModels?.[key];
  return children === undefined ? [] : Array.isArray(children) ? children : [children];
}

export function descendants(node: FormNode): FormNode[] {
  const children = Object.keys(node.subModels ?? {}).flatMap((key) => childNodes(node, key));
  return [node, ...children.flatMap(descendants)];
}
