import type { Tx } from '../../runtime/tx';
import type { FormNode } from '../../../common/form';
import type { Problems } from '../problems';

interface FlowModelRepository {
  findModelById(uid: string, options: { transaction: unknown; includeAsyncNode: boolean }): Promise<FormNode | null>;
}

/** A stored flow-model tree with everything below it, also what the designer loads only when it is opened. */
export async function readTree(tx: Tx, uid: string): Promise<FormNode | null> {
  // NocoBase declares the general repository type; this collection's own has `findModelById`
  const repository = tx.db.getRepository('flowModels') as unknown as FlowModelRepository;
  return repository.findModelById(uid, { transaction: tx.transaction, includeAsyncNode: true });
}

const REFERENCE = 'ReferenceFormGridModel';
/** Rules of a template that NocoBase reads through the grid, wherever the template keeps them. */
const SHARED_STEPS: [string, string][] = [
  ['eventSettings', 'linkageRules'],
  ['formModelSettings', 'assignRules'],
];

/**
 * Replaces references to field templates by what they stand for: a frozen form must not change when a template does. A
 * template inside a template stays and is refused by the compiler, like every other reference.
 */
export async function withoutReferences(tx: Tx, tree: FormNode, problems: Problems): Promise<FormNode> {
  if (tree.use === REFERENCE) return referencedGrid(tx, tree, problems);
  const subModels: FormNode['subModels'] = {};
  for (const [key, children] of Object.entries(tree.subModels ?? {})) {
    if (!Array.isArray(children)) subModels[key] = await withoutReferences(tx, children, problems);
    else {
      const inlined: FormNode[] = [];
      for (const child of children) inlined.push(await withoutReferences(tx, child, problems));
      subModels[key] = inlined;
    }
  }
  return tree.subModels ? { ...tree, subModels } : tree;
}

async function referencedGrid(tx: Tx, node: FormNode, problems: Problems): Promise<FormNode> {
  const { targetUid, templateName } = node.stepParams?.referenceSettings?.useTemplate ?? {};
  const root = typeof targetUid === 'string' ? await readTree(tx, targetUid) : null;
  const grid = root?.subModels?.grid;
  if (!root || !grid || Array.isArray(grid)) {
    problems.add(node, typeof templateName === 'string' ? templateName : node.use, 'reference', String(targetUid));
    return node;
  }
  const steps = structuredClone(grid.stepParams ?? {});
  for (const [flow, step] of SHARED_STEPS) {
    const value = grid.stepParams?.[flow]?.[step] ?? root.stepParams?.[flow]?.[step];
    if (value) steps[flow] = { ...steps[flow], [step]: value };
  }
  return { ...grid, stepParams: steps };
}
