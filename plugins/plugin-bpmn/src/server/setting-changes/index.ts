export { noteSettingChange } from './note';
export { settingChangePage } from './views';
export type { ChangedPart, SettingChange, SettingSubject } from './types';
