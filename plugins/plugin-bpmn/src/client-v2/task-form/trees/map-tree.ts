import { childNodes, type FormNode } from '../../../common/form';

/** A copy of the tree with every node changed, children first. */
export function mapTree(node: FormNode, change: (node: FormNode) => FormNode): FormNode {
  const subModels = Object.entries(node.subModels ?? {}).map(([key, children]): [string, FormNode | FormNode[]] => {
    const changed = childNodes(node, key).map((child) => mapTree(child, change));
    return [key, Array.isArray(children) ? changed : (changed[0] ?? children)];
  });
  return change(node.subModels ? { ...node, subModels: Object.fromEntries(subModels) } : node);
}
