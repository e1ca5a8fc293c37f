import type { Variables } from '@wuxin/bpmn-core';
import { completeActivity, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { OpinionCounts } from '../../common/api';
import type { CollectionRecord } from '../store';

interface Ended {
  readonly collection: CollectionRecord;
  readonly counts: OpinionCounts;
}

/** The case that asked for opinions goes on with what became of them. One that was taken away meanwhile is no error. */
export async function tellCase(tx: Tx, by: ActorOrSystem, { collection, counts }: Ended): Promise<void> {
  if (collection.tokenId === null) return;
  await completeActivity(tx, by, {
    tokenId: collection.tokenId,
    variables: variablesOf({ collection, counts }),
    decided: decidedOf(counts),
  });
}

/** `opinionsResult` (`closed`, `cancelled`), its days `opinionsFrom` and `opinionsTo` (null: it never opened), `opinionsTotal`, `opinionsAdopted`, `opinionsPartly`, `opinionsDeclined`, `opinionsFeedback`. */
function variablesOf({ collection: { status, opensOn, closesOn, feedback }, counts }: Ended): Variables {
  return {
    opinionsResult: status === 'closed' ? 'closed' : 'cancelled',
    opinionsFrom: opensOn,
    opinionsTo: closesOn,
    opinionsTotal: counts.total,
    opinionsAdopted: counts.adopted,
    opinionsPartly: counts.partly,
    opinionsDeclined: counts.declined,
    opinionsFeedback: status === 'closed' ? feedback : null,
  };
}

const decidedOf = ({ total, adopted, partly, declined }: OpinionCounts) => ({
  'zh-CN': `收到意见 ${total} 条，采纳 ${adopted} 条，部分采纳 ${partly} 条，不采纳 ${declined} 条`,
  'en-US': `${total} opinions: ${adopted} adopted, ${partly} in part, ${declined} declined`,
});
