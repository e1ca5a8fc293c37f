import { Op } from 'sequelize';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import type { FullDefinition, ParameterValue } from './types';

const definitions = new Table<FullDefinition>('bpmnParameters', {
  key: 'text',
  name: 'text',
  nameEn: 'text',
  defaultValue: 'json',
  unit: 'text',
  options: 'json',
  floor: 'json',
  ceiling: 'json',
  limitKind: 'text',
  policyFloor: 'json',
  policyCeiling: 'json',
  source: 'text',
  sourceEn: 'text',
  certainty: 'text',
  levels: 'json',
  needsApprover: 'boolean',
});

const values = new Table<ParameterValue>('bpmnParameterValues', {
  id: 'text',
  parameterKey: 'text',
  placeId: 'text',
  value: 'json',
  status: 'text',
  effectiveFrom: 'number',
  setAt: 'number',
  setById: 'number',
  setByName: 'text',
  reason: 'text',
  mark: 'text',
  approverId: 'number',
  approverName: 'text',
  decidedAt: 'number',
});

/** Null: all of them. In the order of their keys. */
export function findDefinitions(tx: ReadAt, keys: readonly string[] | null): Promise<readonly FullDefinition[]> {
  return definitions.select(tx, keys === null ? {} : { key: { [Op.in]: [...keys] } }, { order: [['key', 'ASC']] });
}

/** Commands about one parameter wait for each other here. */
export function lockDefinition(tx: Tx, key: string): Promise<FullDefinition | undefined> {
  return definitions.find(tx, { key }, { forUpdate: true });
}

/** Commands about these parameters wait until the transaction ends; others may keep them too. */
export async function keepDefinitions(tx: ReadAt, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await definitions.select(tx, { key: { [Op.in]: [...keys] } }, { order: [['key', 'ASC']], forShare: true });
}

export async function saveDefinitions(tx: Tx, rows: readonly FullDefinition[]): Promise<void> {
  const known = new Set(
    (
      await findDefinitions(
        tx,
        rows.map(({ key }) => key),
      )
    ).map(({ key }) => key),
  );
  await definitions.insert(
    tx,
    rows.filter(({ key }) => !known.has(key)),
  );
  for (const row of rows) if (known.has(row.key)) await definitions.update(tx, { key: row.key }, row);
}

/** Values that are effective now at one of these places or everywhere, the newest first. */
export function findEffectiveValues(
  tx: ReadAt,
  keys: readonly string[] | null,
  placeIds: readonly string[],
): Promise<readonly ParameterValue[]> {
  const where = {
    ...(keys === null ? {} : { parameterKey: { [Op.in]: [...keys] } }),
    status: 'effective',
    effectiveFrom: { [Op.lte]: tx.now },
    placeId: { [Op.or]: [{ [Op.is]: null }, { [Op.in]: [...placeIds] }] },
  };
  return values.select(tx, where, { order: newestFirst });
}

/** Values that will be effective at one of these places or everywhere, the soonest first. */
export function findComingValues(
  tx: ReadAt,
  keys: readonly string[],
  placeIds: readonly string[],
): Promise<readonly ParameterValue[]> {
  const where = {
    parameterKey: { [Op.in]: [...keys] },
    status: 'effective',
    effectiveFrom: { [Op.gt]: tx.now },
    placeId: { [Op.or]: [{ [Op.is]: null }, { [Op.in]: [...placeIds] }] },
  };
  return values.select(tx, where, { order: newestFirst.map(([column]) => [column, 'ASC']) });
}

/** Values that hold now or will later, of one parameter at all places, the newest first. */
export function findStanding(tx: ReadAt, parameterKey: string): Promise<readonly ParameterValue[]> {
  return values.select(tx, { parameterKey, status: 'effective' }, { order: newestFirst });
}

/** Proposals that nobody has decided, of one parameter or (null) of all, the oldest first. */
export function findProposals(tx: ReadAt, parameterKey: string | null): Promise<readonly ParameterValue[]> {
  const ofOne = parameterKey === null ? {} : { parameterKey };
  return values.select(
    tx,
    { ...ofOne, status: 'proposed' },
    {
      order: [
        ['setAt', 'ASC'],
        ['id', 'ASC'],
      ],
    },
  );
}

export function findHistory(tx: ReadAt, parameterKey: string): Promise<readonly ParameterValue[]> {
  return values.select(
    tx,
    { parameterKey },
    {
      order: [
        ['setAt', 'DESC'],
        ['id', 'DESC'],
      ],
    },
  );
}

export function lockValue(tx: Tx, id: string): Promise<ParameterValue | undefined> {
  return values.find(tx, { id }, { forUpdate: true });
}

export function insertValue(tx: Tx, value: ParameterValue): Promise<void> {
  return values.insert(tx, [value]);
}

export async function decideValue(tx: Tx, id: string, decision: Partial<ParameterValue>): Promise<void> {
  await values.update(tx, { id }, decision);
}

const newestFirst: [string, 'DESC'][] = [
  ['effectiveFrom', 'DESC'],
  ['setAt', 'DESC'],
  ['id', 'DESC'],
];
