import { draftFormUid, formTree, type FormDescription, type FormNode } from '../../common/form';
import type { Tx } from '../runtime/tx';
import { readCollections } from './collections';

interface FlowModelRepository {
  insertModel(tree: FormNode, options: { transaction: unknown }): Promise<unknown>;
  remove(uid: string, options: { transaction: unknown }): Promise<unknown>;
}

// NocoBase declares the general repository type; this collection's own has these
const flowModels = (tx: Tx) => tx.db.getRepository('flowModels') as unknown as FlowModelRepository;

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
  const tree = formTree(form.description, { uid, collections: readCollections(tx.db) });
  await flowModels(tx).insertModel(tree, { transaction: tx.transaction });
  return true;
}

/** Puts a tree in the place of what the designer has under its uid; null: there is no form any more. Frozen forms stay. */
export async function replaceDraftForm(tx: Tx, uid: string, tree: FormNode | null): Promise<void> {
  if (await hasDraftForm(tx, uid)) await flowModels(tx).remove(uid, { transaction: tx.transaction });
  if (tree) await flowModels(tx).insertModel(tree, { transaction: tx.transaction });
}
