import type { Json } from '@wuxin/bpmn-core';
import type { ContractField, FormContract } from '../../common/form';

type Row = Readonly<Record<string, Json>>;

/** What people sent with their tasks, in order: until a moment, and after it. */
export interface Submissions {
  readonly until: readonly Row[];
  readonly after: readonly Row[];
}

/**
 * A record in the fields of a form as it stood at a moment: what was sent last until then, nothing where something was sent only
 * later, and the record itself where people never sent anything.
 * @param record the record as it is now
 */
export function recordAsOf(
  { fields }: Pick<FormContract, 'fields'>,
  record: Row,
  { until, after }: Submissions,
): Record<string, Json> {
  const stood = fields.map((field): [string, Json] => {
    const now = record[field.name] ?? null;
    const sent = until.findLast((values) => field.name in values);
    if (sent) return [field.name, asSent(field, sent[field.name] ?? null, now)];
    return [field.name, after.some((values) => field.name in values) ? nothingIn(field) : now];
  });
  return { ...record, ...Object.fromEntries(stood) };
}

const nothingIn = (field: ContractField): Json => ('isMany' in field && field.isMany ? [] : null);

/** Rows were sent with what their form let people write: the rest of a row is in the record, as long as the row is. */
function asSent(field: ContractField, sent: Json, now: Json): Json {
  if (field.kind !== 'rows') return sent;
  // one row's key may be a number here and a text there
  const keyOf = (row: Row) => JSON.stringify(row[field.keyField] ?? null).replaceAll('"', '');
  const rows = new Map(listOf(now).map((row) => [keyOf(row), row]));
  const whole = listOf(sent).map((row) => ({ ...(rows.get(keyOf(row)) ?? {}), ...row }));
  return field.isMany ? whole : (whole[0] ?? null);
}

function listOf(value: Json): readonly Row[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row));
}
