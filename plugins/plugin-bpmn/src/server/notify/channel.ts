import type { Database } from '@nocobase/database';
import { localeOf, textOf } from '../runtime/texts';
import type { ReadTx } from '../store';

const CHANNELS = 'notificationChannels';
const CHANNEL_NAME = 'wuxin-tasks';

/** Makes the in-app channel that our messages go through. Only at install: an administrator who deletes it stops them. */
export async function installChannel(db: Database): Promise<void> {
  if (!db.hasCollection(CHANNELS)) return;
  const title = textOf(localeOf(process.env.INIT_APP_LANG), 'notify.channel');
  const values = { name: CHANNEL_NAME, title, notificationType: 'in-app-message', options: {} };
  await db.getRepository(CHANNELS).firstOrCreate({ filterKeys: ['name'], values });
}

/** @returns the channel's name; undefined where NocoBase's notifications or the channel are switched off */
export async function openChannel({ db, transaction }: ReadTx): Promise<string | undefined> {
  if (!db.hasCollection(CHANNELS) || !db.hasCollection('notificationInAppMessages')) return undefined;
  const isThere = (await db.getRepository(CHANNELS).count({ filter: { name: CHANNEL_NAME }, transaction })) > 0;
  return isThere ? CHANNEL_NAME : undefined;
}
