export { noteSettingChange } from './note';
export { lastSettingChange } from './last';
export { settingChangePage } from './views';
export type { ChangedPart, SettingChange, SettingSubject } from './types';
