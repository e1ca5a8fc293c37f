import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables, type DisclosureRecord } from '../store';
import { inForceOn } from './open';
import { strictest, type Strictness } from './strictness';

/** What holds for a disclosure: of its duty and of what makes it stricter on the way down to its place. */
export async function strictnessAt(tx: Tx, { dutyId, placeId, happenedOn }: DisclosureRecord): Promise<Strictness> {
  const way = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  const duty = await tables.duties.find(tx, { id: dutyId });
  if (!duty) throw new Error('a disclosure has a duty');
  const tightenings = await tables.duties.select(tx, { tightensId: dutyId, placeId: way, isInUse: true });
  return strictest(duty, inForceOn(tightenings, way, happenedOn));
}
