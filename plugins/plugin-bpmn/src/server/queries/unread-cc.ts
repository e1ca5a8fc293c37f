import { tables } from '../store';
import type { Reader } from './reader';

/** Has the reader got a copy of this instance that they have not looked at? */
export async function hasUnreadCc({ tx, actor }: Reader, instanceId: string): Promise<boolean> {
  return (await tables.cc.count(tx, { instanceId, userId: actor.userId, readAt: null })) > 0;
}
