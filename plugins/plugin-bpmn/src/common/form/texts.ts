import type { FormNode, StepParams } from './tree';

/** Step parameters of NocoBase's models that people read; everything else in a tree is settings. */
const SHOWN: ReadonlySet<string> = new Set(['content', 'label', 'title', 'description', 'tooltip']);

/** The same form with other words; its fields, rules and layout stay as they are. */
export function withTexts(node: FormNode, say: (text: string) => string): FormNode {
  const steps = (flow: Record<string, StepParams>) => mapValues(flow, (params) => inParams(params, say));
  const below = (children: FormNode | FormNode[]) =>
    Array.isArray(children) ? children.map((child) => withTexts(child, say)) : withTexts(children, say);
  return {
    ...node,
    ...(node.stepParams ? { stepParams: mapValues(node.stepParams, steps) } : {}),
    ...(node.subModels ? { subModels: mapValues(node.subModels, below) } : {}),
  };
}

/** Every text of a form that people read, as it was written. */
export function textsOf(node: FormNode): string[] {
  const texts = new Set<string>();
  withTexts(node, (text) => {
    texts.add(text);
    return text;
  });
  return [...texts];
}

function inParams(params: StepParams, say: (text: string) => string): StepParams {
  // some steps hold a name instead of parameters
  if (typeof params !== 'object' || params === null) return params;
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, SHOWN.has(key) && typeof value === 'string' ? say(value) : value]),
  );
}

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
