import { conflict, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { DisclosureStatus, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables, type DisclosureRecord } from '../store';
import { chainTo, mayReadAt, reachOf, type Reach } from './reach';

/** A disclosure that a command holds, and what the person who sends it may do there. */
export interface Held {
  readonly row: DisclosureRecord;
  readonly chain: readonly PlaceRef[];
  readonly reach: Reach;
}

/** @throws not found, also for whoever may not see it */
export async function heldDisclosure(tx: Tx, who: Who, id: string, { isLocked = true } = {}): Promise<Held> {
  const row = await tables.disclosures.find(tx, { id }, { forUpdate: isLocked });
  if (!row) throw notFound('disclosure.notFound');
  const [chain, reach] = [await chainTo(tx, row.placeId), await reachOf(tx, who)];
  if (!mayReadAt(reach, chain) && !(await isSupervisor(tx, reach, row))) throw notFound('disclosure.notFound');
  return { row, chain, reach };
}

/** Of the supervision committee of the place, or with that post in the notice. */
export async function isSupervisor(
  tx: Tx,
  { who, supervises }: Reach,
  { placeId, noticeId }: DisclosureRecord,
): Promise<boolean> {
  if (supervises.includes(placeId)) return true;
  if (noticeId === null) return false;
  const { userId } = who.actor;
  return (await tables.staff.find(tx, { noticeId, userId, post: 'supervisor' })) !== undefined;
}

export function assertStatus({ status }: DisclosureRecord, ...allowed: readonly DisclosureStatus[]): void {
  if (!allowed.includes(status)) throw conflict('disclosure.status', { status });
}
