import type { FormPreview, NewRecordField, RecordFieldAdded } from '../../common/api';
import { draftFormUid } from '../../common/form';
import {
  copiedTree,
  englishTexts,
  formIn,
  formProblemText,
  newFieldOptions,
  readCollections,
  readTree,
  replaceDraftForm,
  tryFreezeForm,
} from '../forms';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables, type ProcessRecord } from '../store';
import { noteAuthor } from '../two-people';

/**
 * Makes the form of a task from the form of another one, in the place of what it has. Who may: administrators. Never: touches the form that is
 * copied, a published version or a running instance. @throws not found `form.nothingToCopy`; bad input `form.copyOntoItself`
 */
export async function copyTaskForm(
  tx: Tx,
  actor: Actor,
  { key, elementId, from }: { key: string; elementId: string; from: string },
): Promise<void> {
  mustHave(actor, 'design');
  if (elementId === from) throw badInput('form.copyOntoItself');
  await processOf(tx, key);
  const tree = await readTree(tx, draftFormUid(key, from));
  if (!tree) throw notFound('form.nothingToCopy', { elementId: from });
  const newUid = () => `bpmnForm_${engineOf(tx.db).newId()}`;
  await noteAuthor(tx, actor, key);
  await replaceDraftForm(tx, copiedTree(tree, { to: draftFormUid(key, elementId), newUid }));
}

/**
 * Adds a field to the record collection of a process, as NocoBase's own dialog would, and notes who did it. It is empty in every record
 * that there is. Who may: administrators. @throws bad input `form.noCollection`, `field.titleMissing`, `field.noOptions`, `field.titleTaken`
 */
export async function addRecordField(
  tx: Tx,
  actor: Actor,
  { key, ...given }: NewRecordField & { readonly key: string },
): Promise<RecordFieldAdded> {
  mustHave(actor, 'design');
  const { recordCollection } = await processOf(tx, key);
  if (!recordCollection || !tx.db.hasCollection(recordCollection))
    throw badInput('form.noCollection', { elementId: '', elementName: '' });
  const field = {
    ...given,
    title: given.title.trim(),
    options: [...new Set(given.options?.map((one) => one.trim()).filter(Boolean))],
  };
  if (!field.title) throw badInput('field.titleMissing');
  if (field.kind === 'choice' && field.options.length === 0) throw badInput('field.noOptions');
  const titles = [...(readCollections(tx.db)(recordCollection)?.fields.values() ?? [])].map(({ title }) => title);
  if (titles.includes(field.title)) throw badInput('field.titleTaken', { title: field.title });
  // people never see it; NocoBase names its own fields so too
  const name = `f_${engineOf(tx.db).newId()}`;
  await noteSettingChange(tx, actor, ['process', key], { kind: 'recordFieldAdded', field: field.title });
  // last: it changes what this process knows of the table, which no rollback takes back. Without a context no column would be made.
  await tx.db.getRepository('fields').create({
    values: { collectionName: recordCollection, ...newFieldOptions(field, name, recordCollection) },
    context: {},
    transaction: tx.transaction,
  });
  return { name };
}

/** The form of a task as whoever does it will see it once it is published. */
export async function previewTaskForm(
  tx: Tx,
  { key, elementId, locale }: { key: string; elementId: string; locale: Locale },
): Promise<FormPreview> {
  await processOf(tx, key);
  const result = await tryFreezeForm(tx, draftFormUid(key, elementId));
  const english = locale === 'en-US' ? await englishTexts(tx.db).all(tx) : {};
  if (!result.ok) return { form: null, problems: result.problems.map((problem) => formProblemText(locale, problem)), english };
  const { tree, contract } = formIn(locale, result.form);
  return { form: { tree, contract }, problems: [], english };
}

async function processOf(tx: Tx, key: string): Promise<ProcessRecord> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  return process;
}
