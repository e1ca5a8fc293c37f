import type { PublishRequestView } from '../../common/api';
import type { ReadTx } from '../store';
import { publishRequests } from './store';

/** By process. */
export async function publishRequestsOf(
  tx: ReadTx,
  processKeys: readonly string[],
): Promise<ReadonlyMap<string, PublishRequestView>> {
  const rows = await publishRequests.select(tx, { processKey: [...processKeys] });
  return new Map(
    rows.map(({ processKey, askedById, askedByName, askedAt, note }) => {
      return [processKey, { by: { id: askedById, name: askedByName }, at: askedAt, note }] as const;
    }),
  );
}
