import type { World } from '../world';
import { changeHistory, deleteHistory, instance } from './spoil';
import type { Tampering } from './tampering';

export function historyOf({ ended, voting }: World, lengthOf: (instanceId: string) => number): Tampering[] {
  const inHistory = { invariant: 'history.chain', table: 'bpmnHistory' };
  return [
    { ...inHistory, claim: 'a changed fact', spoil: changeHistory(ended, 2, `"actorName" = '冒名'`), row: `${ended}:h2` },
    { ...inHistory, claim: 'a deleted row', spoil: deleteHistory(ended, 3), row: `${ended}:h3` },
    {
      ...inHistory,
      claim: 'the last row cut off',
      spoil: deleteHistory(ended, lengthOf(ended)),
      row: `${ended}:h${lengthOf(ended)}`,
    },
    {
      ...inHistory,
      claim: 'two rows in each other’s place',
      spoil: `${changeHistory(ended, 2, '"sequence" = -2')}; ${changeHistory(ended, 3, '"sequence" = 2')}; ${changeHistory(ended, -2, '"sequence" = 3')}`,
      row: `${ended}:h3`,
    },
    {
      ...inHistory,
      claim: 'a changed opinion, though only its digest is in the chain',
      spoil: `UPDATE "bpmnHistoryPayloads" SET "payload" = '{"values":{},"opinion":"不同意"}' WHERE "historyId" LIKE '${voting}:%'`,
      row: `SELECT "historyId" AS "id" FROM "bpmnHistoryPayloads" WHERE "historyId" LIKE '${voting}:%'`,
    },
    {
      ...inHistory,
      claim: 'a head moved back',
      spoil: instance(ended, `"historySequence" = 2`),
      row: `${ended}:h${lengthOf(ended) + 1}`,
    },
  ];
}
