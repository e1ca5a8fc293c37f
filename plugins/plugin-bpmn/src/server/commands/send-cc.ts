import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { badInput } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { openInstance, save } from './opened-instance';
import { peopleBy } from './people';

/** As many readers as one cc may have: more is a notice, not a cc. */
const MAX_READERS = 50;

/**
 * Lets people read an instance (抄送). Who may: who takes part in it or answers for its place (checked by the caller). Who has it already is left
 * out. Gives no right to act.
 */
export async function sendCc(
  tx: Tx,
  actor: Actor,
  instanceId: string,
  { userIds, note }: { userIds: readonly number[]; note?: string },
): Promise<void> {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0 || wanted.length > MAX_READERS) throw badInput('cc.howMany', { maximum: MAX_READERS });
  const opened = await openInstance(tx, actor, instanceId);
  const known = new Set((await tables.cc.select(tx, { instanceId, userId: wanted })).map(({ userId }) => userId));
  const people = await peopleBy(
    tx,
    wanted.filter((id) => !known.has(id)),
  );
  if (people.length === 0) return;
  const sent = { instanceId, sentById: actor.userId, sentByName: actor.name, note: note ?? null, sentAt: tx.now, readAt: null };
  await tables.cc.insert(
    tx,
    people.map(({ id }) => ({ ...sent, userId: id })),
  );
  opened.unit.record({ kind: 'ccSent', actor, data: { to: people.map(({ name }) => name) }, payload: written({ note }) });
  for (const { id } of people) {
    const payload = { userId: id, message: 'cc' };
    opened.unit.queue({
      kind: 'notifyPerson',
      tokenId: null,
      taskId: null,
      payload,
      dueAt: tx.now,
      maxAttempts: 5,
      idempotencyKey: `cc:${instanceId}:${id}`,
    });
  }
  await save(opened);
}
