import type { Model } from '@nocobase/database';
import type { OptionRow } from '../../common/api';
import { contractPaths, fieldAt, type FormContract, type PickField } from '../../common/form';
import { forbidden } from '../runtime/errors';
import type { ReadTx } from '../store';

const LIMIT = 50;

export interface OptionsQuery {
  contract: FormContract;
  /** Path of an association field of the form: `drafter`, `members.person`. */
  field: string;
  search?: string;
}

/**
 * What may be picked in a field: key and title, nothing else of the target. Only the title can be searched, so that other
 * columns cannot be probed.
 * @throws `task.noSuchPicker`
 */
export async function optionsFor(tx: ReadTx, { contract, field, search }: OptionsQuery): Promise<OptionRow[]> {
  const pick = fieldAt(contract.fields, field);
  if (pick?.kind !== 'pick' || !pick.isWritable) throw forbidden('task.noSuchPicker', { field });
  const { keyField, titleField, target } = pick;
  const rows = (await tx.db.getRepository(target).find({
    filter: { $and: [pick.scope ?? {}, search ? { [titleField]: { $includes: search } } : {}] },
    fields: [keyField, titleField],
    sort: [titleField],
    limit: LIMIT,
    transaction: tx.transaction,
  })) as Model[]; // the repository declares no type
  return rows.map((row) => {
    const value = row.get(keyField) as string | number; // a key
    return { value, label: String(row.get(titleField) ?? value) };
  });
}

/** The pickers of a form by path: what `optionsFor` answers for. */
export function writablePicks(contract: FormContract): { path: string; field: PickField }[] {
  return contractPaths(contract.fields).flatMap(({ path, field }) =>
    field.kind === 'pick' && field.isWritable ? [{ path, field }] : [],
  );
}
