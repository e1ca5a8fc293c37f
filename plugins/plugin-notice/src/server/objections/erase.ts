import { SYSTEM, type Tx } from '@wuxin/plugin-bpmn';
import { LockedObjection } from './locked-objection';
import { dropScans } from './scans';

/** Who objected is forgotten; what was objected and answered stays. */
export async function eraseObjector(tx: Tx, objectionId: string): Promise<void> {
  const locked = await LockedObjection.lock(tx, objectionId);
  if (!locked || locked.objection.closedAt === null || locked.objection.erasedAt !== null) return;
  locked.change({ objectorName: null, contact: null, note: null, lateReason: null, erasedAt: tx.now });
  locked.note('erased', { scans: await dropScans(tx, objectionId) });
  await locked.save(SYSTEM);
}
