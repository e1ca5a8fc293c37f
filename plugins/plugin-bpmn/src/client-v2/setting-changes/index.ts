export { SettingChanges } from './SettingChanges';
