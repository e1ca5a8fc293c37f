import { Table } from '../store';
import type { SettingChangeRecord } from './types';

export const settingChanges = new Table<SettingChangeRecord>('bpmnSettingChanges', {
  id: 'text',
  subject: 'text',
  subjectKey: 'text',
  at: 'number',
  byId: 'number',
  byName: 'text',
  change: 'json',
});
