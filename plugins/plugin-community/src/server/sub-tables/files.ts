import type { ActivityContext } from '../ports';
import { findRows, type Row } from '../rows';

/** Which of these fields of the record hold files; the plain fields of a record do not have them. */
export function fileFieldsOf({ tx, instance }: Case, names: Iterable<string>): string[] {
  const collection = instance.recordCollection === null ? undefined : tx.db.getCollection(instance.recordCollection);
  return [...names].filter((name) => {
    const options = collection?.getField(name)?.options as { type?: string; target?: string } | undefined; // NocoBase declares `any`
    return options?.type === 'belongsToMany' && options.target === 'attachments';
  });
}

/** The ids of the files that these fields of the record hold, as a write of the field takes them. */
export async function readFiles(context: Read, fields: readonly string[]): Promise<Record<string, number[]>> {
  const { scratch } = context;
  if (scratch) return Object.fromEntries(fields.map((name) => [name, [...(scratch.record?.files(name) ?? [])]]));
  const { recordCollection, recordId } = context.instance;
  if (fields.length === 0 || recordCollection === null || recordId === null) return {};
  const [row] = await findRows(context.tx, recordCollection, { filter: { id: recordId }, appends: fields });
  const idsOf = (name: string) => ((row?.get(name) ?? []) as Row[]).map((file) => Number(file.get('id'))); // associated rows
  return Object.fromEntries(fields.map((name) => [name, idsOf(name)] as const));
}

type Case = Pick<ActivityContext, 'tx' | 'instance'>;
type Read = Pick<ActivityContext, 'tx' | 'instance' | 'scratch'>;
