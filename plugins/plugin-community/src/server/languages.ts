import type { Database } from '@nocobase/database';
import { findRow, text } from './rows';

/** Offers English beside the language that the application was installed in: everything of ours is complete in both. */
export async function offerEnglish(db: Database): Promise<void> {
  const settings = await findRow({ db }, 'systemSettings', {});
  const enabled = settings?.get('enabledLanguages');
  if (!settings || !Array.isArray(enabled) || enabled.includes('en-US')) return;
  const enabledLanguages = [...(enabled as unknown[]), 'en-US'];
  await db.getRepository('systemSettings').update({ filterByTk: text(settings, 'id'), values: { enabledLanguages } });
}
