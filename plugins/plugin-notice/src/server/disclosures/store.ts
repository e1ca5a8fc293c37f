import type { Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { DisclosureClass } from '../../common/api';
import { tables, type DisclosureRecord, type DutyRecord } from '../store';
import { LISTED, type ListedRecord } from './rows';

type Order = [string, 'ASC'][];
const BY_DUE_DAY: Order = [
  ['dueOn', 'ASC'],
  ['id', 'ASC'],
];

/** Duties on the way down to a place, widest first asked for: those of everywhere too; null: all. */
export function dutiesAt(tx: Tx, way: readonly string[] | null): Promise<DutyRecord[]> {
  const where = way === null ? {} : { [Op.or]: [{ placeId: null }, { placeId: [...way] }] };
  const order: Order = [
    ['class', 'ASC'],
    ['key', 'ASC'],
    ['id', 'ASC'],
  ];
  return tables.duties.select(tx, where, { order });
}

/** Periodic duties in use whose periods were not looked at today; they stay locked. */
export function lockDutiesBehind(tx: Tx, today: string): Promise<DutyRecord[]> {
  const isBehind = { [Op.or]: [{ openedOn: null }, { openedOn: { [Op.lt]: today } }] };
  const where = { [Op.and]: [{ tightensId: null, isInUse: true, cadence: { [Op.ne]: 'onEvent' } }, isBehind] };
  return tables.duties.select(tx, where, { order: [['id', 'ASC']], forUpdate: true });
}

/** What a place owes in a year; index (placeId, dueOn). */
export function dueInYear(tx: Tx, placeId: string, year: number, limit: number): Promise<ListedRecord[]> {
  const where = { placeId, dueOn: { [Op.between]: [`${year}-01-01`, `${year}-12-31`] } };
  return tables.disclosures.selectColumns(tx, LISTED, where, { order: BY_DUE_DAY, limit });
}

export interface OverdueAt {
  readonly today: string;
  /** Null: everywhere. */
  readonly placeIds: readonly string[] | null;
  readonly class?: DisclosureClass | undefined;
}

const isOverdue = ({ today, placeIds, class: of }: OverdueAt): WhereOptions => ({
  status: ['due', 'drafted', 'reviewed'],
  dueOn: { [Op.lt]: today },
  ...(placeIds ? { placeId: [...placeIds] } : {}),
  ...(of ? { class: of } : {}),
});

/** The longest overdue first; index (status, dueOn). */
export function overduePage(
  tx: Tx,
  at: OverdueAt,
  paged: { readonly limit: number; readonly offset: number },
): Promise<ListedRecord[]> {
  return tables.disclosures.selectColumns(tx, LISTED, isOverdue(at), { order: BY_DUE_DAY, ...paged });
}

export const countOverdue = (tx: Tx, at: OverdueAt) => tables.disclosures.countBy(tx, ['placeId', 'class'], isOverdue(at));

/** What was published and is kept long enough; index (status, keepUntilOn). */
export function lockKeptUntilBefore(tx: Tx, today: string, limit: number): Promise<DisclosureRecord[]> {
  const where = { status: 'published', keepUntilOn: { [Op.lt]: today } };
  const order: Order = [
    ['keepUntilOn', 'ASC'],
    ['id', 'ASC'],
  ];
  return tables.disclosures.select(tx, where, { order, limit, forUpdate: true });
}
