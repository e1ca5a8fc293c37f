import { draftFormUid, formTree, type FormDescription, type FormNode } from '../../common/form';
import type { Tx } from '../runtime/tx';
import { readCollections } from './collections';
import { draftTree } from './freeze';

interface FlowModelRepository {
  insertModel(tree: FormNode, options: { transaction: unknown }): Promise<unknown>;
  remove(uid: string, options: { transaction: unknown }): Promise<unknown>;
}

/** NocoBase declares the general repository type; this collection's own has more. */
const modelsOf = (tx: Tx) => tx.db.getRepository('flowModels') as unknown as FlowModelRepository;

/** Has somebody made a form for this element, by hand or by a pack? */
export async function hasDraftForm(tx: Tx, uid: string): Promise<boolean> {
  return (await tx.db.getRepository('flowModels').count({ filter: { uid }, transaction: tx.transaction })) > 0;
}

/** Those of the forms that somebody has made, in one look-up. */
export async function draftFormsAmong(tx: Tx, uids: readonly string[]): Promise<ReadonlySet<string>> {
  if (uids.length === 0) return new Set();
  const asked = { filter: { uid: { $in: [...uids] } }, fields: ['uid'], transaction: tx.transaction };
  const rows = (await tx.db.getRepository('flowModels').find(asked)) as { get(name: string): unknown }[]; // NocoBase leaves rows untyped
  return new Set(rows.map((row) => String(row.get('uid'))));
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
  await modelsOf(tx).insertModel(tree, { transaction: tx.transaction });
  return true;
}

/**
 * What becomes of a description once it is a form here, read as NocoBase keeps it. It is put where no task looks for it and taken away
 * again.
 */
export async function formAsKept(tx: Tx, uid: string, description: FormDescription): Promise<FormNode | null> {
  const { transaction } = tx;
  const tree = formTree(description, { uid, collections: readCollections(tx.db) });
  await modelsOf(tx).insertModel(tree, { transaction });
  const kept = await draftTree(tx, uid);
  await modelsOf(tx).remove(uid, { transaction });
  return kept;
}

/** Puts a tree in the place of the form that an administrator has made so far. */
export async function replaceDraftForm(tx: Tx, tree: FormNode): Promise<void> {
  if (await hasDraftForm(tx, tree.uid)) await modelsOf(tx).remove(tree.uid, { transaction: tx.transaction });
  await modelsOf(tx).insertModel(tree, { transaction: tx.transaction });
}
