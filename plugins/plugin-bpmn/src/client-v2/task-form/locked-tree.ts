import { childNodes, type FormNode, type StepParams } from '../../common/form';

const FLOWS: Readonly<Record<string, string>> = {
  FormItemModel: 'editItemSettings',
  SubTableColumnModel: 'subTableColumnSettings',
};

/** The same form for somebody who may only look: every field that is not displayed already becomes disabled. */
export function lockedTree(node: FormNode): FormNode {
  const flow = FLOWS[node.use];
  const steps = flow ? { ...node.stepParams, [flow]: lockedSteps(node.stepParams?.[flow] ?? {}) } : node.stepParams;
  const subModels = Object.keys(node.subModels ?? {}).map((key) => {
    const children = childNodes(node, key).map(lockedTree);
    return [key, Array.isArray(node.subModels?.[key]) ? children : children[0]];
  });
  return {
    ...node,
    ...(steps ? { stepParams: steps } : {}),
    ...(node.subModels ? { subModels: Object.fromEntries(subModels) } : {}),
  };
}

function lockedSteps(steps: Record<string, StepParams>): Record<string, StepParams> {
  return steps.pattern?.pattern === 'readPretty' ? steps : { ...steps, pattern: { pattern: 'disabled' } };
}
