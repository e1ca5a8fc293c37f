import type { ReadAt } from '../runtime/read-at';
import { settingChanges } from './store';
import type { SettingChange, SettingSubject } from './types';

/** What was done last to a setting; undefined where nobody has changed it. */
export async function lastSettingChange(
  tx: ReadAt,
  [subject, subjectKey]: readonly [SettingSubject, string],
): Promise<SettingChange | undefined> {
  const order: [string, 'DESC'][] = [
    ['at', 'DESC'],
    ['id', 'DESC'],
  ];
  return (await settingChanges.find(tx, { subject, subjectKey }, { order }))?.change;
}
