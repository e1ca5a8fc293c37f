import type { Json } from '@wuxin/bpmn-core';
import type { ContractField, FormContract, PickField, RowsField } from '../../common/form';

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

/**
 * Rows were sent with what their form let people write: the rest of a row is in the record, as long as the row is. What was chosen was
 * sent by its key alone: how it is called is in the record, as long as something there is the same choice.
 */
function asSent(field: ContractField, sent: Json, now: Json): Json {
  if (field.kind === 'pick') return chosen(field, sent, listOf(now));
  if (field.kind !== 'rows') return sent;
  // one row's key may be a number here and a text there
  const keyOf = (row: Row) => JSON.stringify(row[field.keyField] ?? null).replaceAll('"', '');
  const rows = new Map(listOf(now).map((row) => [keyOf(row), row]));
  const whole = listOf(sent).map((row) => ({ ...(rows.get(keyOf(row)) ?? {}), ...choicesOf(field, row, listOf(now)) }));
  return field.isMany ? whole : (whole[0] ?? null);
}

function choicesOf({ columns }: RowsField, row: Row, now: readonly Row[]): Row {
  const picks = columns.filter((column): column is PickField => column.kind === 'pick' && column.name in row);
  const known = (name: string) => now.flatMap((one) => listOf(one[name] ?? null));
  return {
    ...row,
    ...Object.fromEntries(picks.map((pick) => [pick.name, chosen(pick, row[pick.name] ?? null, known(pick.name))])),
  };
}

function chosen({ keyField }: PickField, sent: Json, known: readonly Row[]): Json {
  const keyIn = (one: Json): string => JSON.stringify(listOf(one)[0]?.[keyField] ?? one).replaceAll('"', '');
  const whole = (one: Json): Json => known.find((row) => keyIn(row) === keyIn(one)) ?? one;
  return Array.isArray(sent) ? sent.map(whole) : whole(sent);
}

function listOf(value: Json): readonly Row[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row));
}
