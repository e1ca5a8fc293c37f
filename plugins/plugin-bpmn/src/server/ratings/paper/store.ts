import { Op } from 'sequelize';
import type { Tx } from '../../runtime/tx';
import { tables, type PaperCountRecord, type ReadTx } from '../../store';
import type { PaperCount } from './adds-up';

export interface CountedRating {
  readonly instanceId: string;
  /** The rating, not the step at which it is counted. */
  readonly elementId: string;
}

const idOf = ({ instanceId, elementId }: CountedRating, by: string): string => `${instanceId}:${elementId}:${by}`;

interface Counted {
  readonly tellerId: number;
  readonly count: PaperCount;
  readonly raterIds: readonly number[];
}

/** Keeps what one teller counted until the other has. The case must be locked. */
export async function keepCount(tx: Tx, rating: CountedRating, { tellerId, count, raterIds }: Counted): Promise<void> {
  const row = { id: idOf(rating, String(tellerId)), ...rating, tellerId, ...plain(count), raterIds: [...raterIds] };
  await tables.paperCounts.insert(tx, [row]);
}

const plain = ({ issued, recovered, valid, invalid, counts }: PaperCount) => ({
  issued,
  recovered,
  valid,
  invalid,
  counts: Object.fromEntries(Object.entries(counts).map(([item, choices]) => [item, { ...choices }])),
});

/** What tellers have counted and not agreed on yet. */
export const countsOf = (tx: ReadTx, rating: CountedRating): Promise<PaperCountRecord[]> =>
  tables.paperCounts.select(tx, { ...rating, tellerId: { [Op.ne]: null } }, { order: [['id', 'ASC']] });

export const hasCounted = async (tx: ReadTx, rating: CountedRating, tellerId: number): Promise<boolean> =>
  (await tables.paperCounts.count(tx, { ...rating, tellerId })) > 0;

/** What the tellers agreed on, of the whole rating. */
export const agreedCount = (tx: ReadTx, rating: CountedRating): Promise<PaperCountRecord | undefined> =>
  tables.paperCounts.find(tx, { ...rating, tellerId: null });

/** Their own counts go, whether they agree (then one stays for all) or not. */
export async function settleCounts(tx: Tx, rating: CountedRating, agreed: PaperCountRecord | null): Promise<void> {
  await tables.paperCounts.delete(tx, { ...rating, tellerId: { [Op.ne]: null } });
  if (agreed) await tables.paperCounts.insert(tx, [{ ...agreed, id: idOf(rating, 'agreed'), tellerId: null }]);
}
