import type { Tx } from '@wuxin/plugin-bpmn';
import { discard } from '../box';
import { tables } from '../store';
import { isOfPhones } from './phones';

/** Part of a command after which a meeting decides nothing: a vote that is under way is void, one that waits is withdrawn. */
export async function endMotions(tx: Tx, meetingId: string): Promise<void> {
  const open = await tables.motions.select(tx, { meetingId, status: ['open', 'counting'] });
  for (const motion of open.filter(isOfPhones)) await discard(tx, motion);
  await tables.motions.update(tx, { meetingId, status: ['open', 'counting'] }, { status: 'void', closedAt: tx.now });
  await tables.motions.update(tx, { meetingId, status: 'waiting' }, { status: 'withdrawn' });
}
