import type { ContractField, FilesField, FormContract, PickField } from '../../common/form';
import { badInput } from '../runtime/errors';
import { tables, type ReadTx } from '../store';
import { isRow, type Values } from './validate/submission';
import { valuesOfRecord } from './validate/record-values';

export interface ReferencesInput {
  contract: FormContract;
  /** Validated values: picks and files are keys. */
  values: Values;
  record: Values;
  userId: number;
}

/**
 * Picks must be rows that the picker offers; files must have been uploaded by this person, have come back with a task that this
 * person delegated, or hang at the record already.
 * Keys are easy to guess: without this a holder could link, and then read, what belongs to somebody else.
 * @throws `task.noSuchOption`, `task.foreignFile` with `label`
 */
export async function checkReferences(tx: ReadTx, { contract, values, record, userId }: ReferencesInput): Promise<void> {
  const before = valuesOfRecord(contract.fields, record);
  for (const { field, keys, kept } of referencesIn(contract.fields, values, before)) {
    const added = keys.filter((key) => !kept.includes(String(key)));
    if (added.length === 0) continue;
    const filter = field.kind === 'pick' ? (field.scope ?? {}) : await ownFiles(tx, added, userId);
    const found = await tx.db.getRepository(field.target).count({
      filter: { $and: [filter, { [field.keyField]: added }] },
      transaction: tx.transaction,
    });
    if (found !== new Set(added.map(String)).size)
      throw badInput(field.kind === 'pick' ? 'task.noSuchOption' : 'task.foreignFile', {
        label: field.label,
        labelEn: field.labelEn ?? field.label,
      });
  }
}

async function ownFiles(tx: ReadTx, keys: unknown[], userId: number): Promise<Record<string, unknown>> {
  const links = await tables.files.select(tx, { attachmentId: keys.map(Number), uploadedById: userId });
  return { $or: [{ createdById: userId }, { id: links.map(({ attachmentId }) => attachmentId) }] };
}

/** Files in what a form sent that its record does not have yet. */
export function newFilesIn({ contract, values, record }: Omit<ReferencesInput, 'userId'>): number[] {
  return referencesIn(contract.fields, values, valuesOfRecord(contract.fields, record))
    .filter(({ field }) => field.kind === 'files')
    .flatMap(({ keys, kept }) => keys.filter((key) => !kept.includes(String(key))))
    .map(Number);
}

/** Keys of the files of `attachments` that a submission names. */
export function filesIn(contract: FormContract, values: Values): number[] {
  const files = referencesIn(contract.fields, values, {}).filter(({ field }) => field.kind === 'files');
  return files.filter(({ field }) => field.target === 'attachments').flatMap(({ keys }) => keys.map(Number));
}

interface Reference {
  field: PickField | FilesField;
  keys: unknown[];
  kept: string[];
}

function referencesIn(fields: readonly ContractField[], values: Values, before: Values): Reference[] {
  return fields.flatMap((field): Reference[] => {
    if (!Object.hasOwn(values, field.name)) return [];
    const [now, then] = [values[field.name], before[field.name]];
    if (field.kind === 'pick' || field.kind === 'files') return [{ field, keys: listOf(now), kept: listOf(then).map(String) }];
    if (field.kind !== 'rows') return [];
    const earlier = listOf(then).filter(isRow);
    return listOf(now)
      .filter(isRow)
      .flatMap((row) => {
        const same = earlier.find(
          (candidate) => row[field.keyField] !== undefined && String(candidate[field.keyField]) === String(row[field.keyField]),
        );
        return referencesIn(field.columns, row, same ?? {});
      });
  });
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
