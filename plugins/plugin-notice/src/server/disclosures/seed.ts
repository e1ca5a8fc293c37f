import { engineOf, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { digestOf } from '../kinds';
import { tables, type DutyRecord } from '../store';
import { SHIPPED_DUTIES, type ShippedDuty } from './shipped';

/** What came with the software and may be changed here. */
export const shippedPart = (duty: ShippedDuty | DutyRecord): Omit<ShippedDuty, 'key'> => ({
  class: duty.class,
  title: duty.title,
  titleEn: duty.titleEn,
  cadence: duty.cadence,
  dueDays: duty.dueDays,
  keepDays: duty.keepDays,
  source: duty.source,
  sourceEn: duty.sourceEn,
  certainty: duty.certainty,
});

/** New duties are added and owe their next period first, unchanged ones follow a newer one, and what somebody changed here stays as it is. */
export async function seedDuties(tx: Tx, shipped: readonly ShippedDuty[] = SHIPPED_DUTIES): Promise<void> {
  const kept = new Map((await tables.duties.select(tx, { key: shipped.map(({ key }) => key) })).map((row) => [row.key, row]));
  const fresh: DutyRecord[] = [];
  for (const duty of shipped) {
    const row = kept.get(duty.key);
    const part = shippedPart(duty);
    const shippedDigest = digestOf(part);
    const by = { changedAt: tx.now, changedById: null, changedByName: null };
    if (!row) {
      const own = { id: engineOf(tx.db).newId(), key: duty.key, tightensId: null, placeId: null, openedOn: null, isInUse: true };
      fresh.push({ ...own, ...part, startsOn: localDateOf(tx.now), shippedDigest, ...by });
    } else if (row.isInUse && digestOf(shippedPart(row)) === row.shippedDigest && row.shippedDigest !== shippedDigest)
      await tables.duties.update(tx, { id: row.id }, { ...part, shippedDigest, ...by });
  }
  await tables.duties.insertNew(tx, fresh);
}
