import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { settingChanges } from './store';
import type { SettingChange, SettingSubject } from './types';

/** Part of the command that changes the setting: it is noted if and only if it happens. */
export async function noteSettingChange(
  tx: Tx,
  { userId, name }: Actor,
  [subject, subjectKey]: readonly [SettingSubject, string],
  change: SettingChange,
): Promise<void> {
  const row = { id: engineOf(tx.db).newId(), subject, subjectKey, at: tx.now, byId: userId, byName: name, change };
  await settingChanges.insert(tx, [row]);
}
