import type { Json } from '@wuxin/bpmn-core';
import {
  checkReferences,
  filesIn,
  newFilesIn,
  planRecordWrite,
  readForTask,
  validateSubmission,
  type FrozenForm,
} from '../forms';
import { rowOf, toJson, underCommand } from '../records';
import { SYSTEM } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import type { TaskRecord } from '../store';
import { noteSubmitted } from '../uploads';
import type { OpenedInstance } from './opened-instance';

/** What a form sent and its contract allows; nothing is written yet. */
export interface AcceptedForm {
  readonly values: Record<string, Json>;
  /** Files in it that the record does not have yet. */
  readonly newFileIds: readonly number[];
  /** Writes it to the record, in the command's transaction. */
  write(): Promise<void>;
}

/**
 * Checks what a form sent against the form that was frozen with the version.
 * @throws bad input `task.fieldNotInForm`, `task.invalidData`, `task.noSuchOption`, `task.foreignFile`, `task.unknownFile` …
 */
export async function acceptForm(
  { tx, instance, version, actor }: OpenedInstance,
  task: TaskRecord,
  data: Record<string, unknown>,
  skipsRequired: boolean,
): Promise<AcceptedForm> {
  const form = version.record.forms[task.elementId] as FrozenForm | undefined; // frozen by publishProcess
  if (!form) {
    const paths = Object.keys(data);
    if (paths.length > 0) throw badInput('task.fieldNotInForm', { paths, path: paths.join(', ') });
    return { values: {}, newFileIds: [], write: async () => undefined };
  }
  const record = await readFormRecord(tx, form, instance.recordId);
  const accepted = await validateSubmission({ schema: form.schema, contract: form.contract, data, skipsRequired, record });
  // the engine takes outcomes without data; only people name rows and files
  if (actor !== SYSTEM) {
    // before it is asked whether they are there: from now on nobody discards them. What a delegate enters is a draft
    if (task.delegatorId === null) await noteSubmitted(tx, filesIn(form.contract, accepted));
    await checkReferences(tx, { contract: form.contract, values: accepted, record, userId: actor.userId });
  }
  return {
    newFileIds: newFilesIn({ contract: form.contract, values: accepted, record }),
    values: toJson(accepted) as Record<string, Json>, // an object stays one
    write: () => writeRecord(tx, form.contract.collection, instance.recordId, planRecordWrite(form.contract, accepted)),
  };
}

/** The record in the fields of a form, and in no other. @throws conflict `record.gone` */
export async function readFormRecord(tx: Tx, { contract }: FrozenForm, recordId: string | null): Promise<Record<string, Json>> {
  const row = recordId === null ? null : await rowOf(tx, contract.collection, { filterByTk: recordId, ...readForTask(contract) });
  if (!row) throw conflict('record.gone', { collection: contract.collection, recordId });
  return toJson(row.toJSON()) as Record<string, Json>; // a row is an object
}

async function writeRecord(
  tx: Tx,
  collection: string,
  recordId: string | null,
  plan: ReturnType<typeof planRecordWrite>,
): Promise<void> {
  if (recordId === null || Object.keys(plan.values).length === 0) return;
  const repository = tx.db.getRepository(collection);
  await underCommand(tx, () => repository.update({ filterByTk: recordId, ...plan, transaction: tx.transaction }));
}
