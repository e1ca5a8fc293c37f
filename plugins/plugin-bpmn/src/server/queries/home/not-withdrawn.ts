import { Op } from 'sequelize';
import { tables, type ReadTx } from '../../store';
import type { DecidedEvent } from './decided-rows';

/** What has a step taken back after it, before any other step was done, was not decided. */
export async function notWithdrawn(tx: ReadTx, events: readonly DecidedEvent[]): Promise<DecidedEvent[]> {
  if (events.length === 0) return [];
  const after = events.map(({ instanceId, sequence }) => ({ instanceId, sequence: { [Op.gt]: sequence } }));
  const steps = await tables.history.selectColumns(
    tx,
    ['instanceId', 'sequence', 'kind'],
    { kind: ['taskCompleted', 'stepWithdrawn'], [Op.or]: after },
    { order: [['sequence', 'ASC']] },
  );
  return events.filter(({ instanceId, sequence }) => {
    const next = steps.find((step) => step.instanceId === instanceId && step.sequence > sequence);
    return next?.kind !== 'stepWithdrawn';
  });
}
