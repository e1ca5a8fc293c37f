import { createHash } from 'node:crypto';
import type { PersonRef } from '../../common/api';
import { localeOf } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import { openChannel } from './channel';
import { messageText, type MessageFacts, type OwnWords } from './texts';

export interface Delivery {
  /** What the message is sent under: sending it again under the same key reaches nobody twice. */
  readonly key: string;
  readonly receivers: readonly Pick<PersonRef, 'id'>[];
  /** Path in the client that the message leads to. */
  readonly url: string;
  readonly facts: MessageFacts | OwnWords;
}

const users = new Table<{ id: number; appLang: string | null }>('users', { id: 'number', appLang: 'text' });
const messages = new Table<{ id: string }>('notificationInAppMessages', { id: 'text' });

const BATCH = 100;

interface Message {
  readonly id: string;
  readonly userId: number;
  readonly delivery: Delivery;
}

/**
 * Writes in-app messages, each in its receiver's language. The message row itself is the record of what was sent: its id
 * comes from key and receiver. NocoBase pushes new rows to open browsers after the commit.
 */
export async function deliver(tx: Tx, deliveries: readonly Delivery[]): Promise<void> {
  const all = deliveries.flatMap((delivery) =>
    delivery.receivers.map(({ id: userId }) => ({ id: messageId(delivery.key, userId), userId, delivery })),
  );
  if (all.length === 0) return;
  const channelName = await openChannel(tx);
  if (channelName === undefined) return;
  for (let start = 0; start < all.length; start += BATCH) await write(tx, channelName, all.slice(start, start + BATCH));
}

async function write(tx: Tx, channelName: string, all: readonly Message[]): Promise<void> {
  const found = await users.select(tx, { id: [...new Set(all.map(({ userId }) => userId))] });
  const languages = new Map(found.map(({ id, appLang }) => [id, appLang]));
  const sent = new Set((await messages.select(tx, { id: all.map(({ id }) => id) })).map(({ id }) => id));
  const rows = all
    .filter(({ id, userId }) => languages.has(userId) && !sent.has(id))
    .map(({ id, userId, delivery: { url, facts } }) => {
      const { title, content } = messageText(localeOf(languages.get(userId) ?? undefined), facts);
      const text = { title, content, options: { url, mobileUrl: url } };
      return { ...text, id, userId, channelName, status: 'unread', receiveTimestamp: tx.now };
    });
  if (rows.length > 0) {
    await tx.db.getModel('notificationInAppMessages').bulkCreate(rows, { transaction: tx.transaction, returning: false });
  }
}

/** A UUID that is always the same for the same message to the same person. */
function messageId(key: string, userId: number): string {
  const hex = createHash('sha256').update(`${key}\n${userId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
