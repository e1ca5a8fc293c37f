import { draftFormUid, formTree, type FormDescription, type FormNode } from '../../common/form';
import type { Tx } from '../runtime/tx';
import { readCollections } from './collections';

interface FlowModelRepository {
  insertModel(tree: FormNode, options: { transaction: unknown }): Promise<unknown>;
}

/** Has somebody made a form for this element, by hand or by a pack? */
export async function hasDraftForm(tx: Tx, uid: string): Promise<boolean> {
  return (await tx.db.getRepository('flowModels').count({ filter: { uid }, transaction: tx.transaction })) > 0;
}

/**
 * Puts a pack's form where the designer finds it. A form that is there already stays as the administrator left it.
 * @returns whether it was put
 */
export async function installDraftForm(
  tx: Tx,
  form: { processKey: string; elementId: string; description: FormDescription },
): Promise<boolean> {
  const uid = draftFormUid(form.processKey, form.elementId);
  if (await hasDraftForm(tx, uid)) return false;
  // NocoBase declares the general repository type; this collection's own has `insertModel`
  const repository = tx.db.getRepository('flowModels') as unknown as FlowModelRepository;
  const tree = formTree(form.description, { uid, collections: readCollections(tx.db) });
  await repository.insertModel(tree, { transaction: tx.transaction });
  return true;
}
