/**
 * What other plugins of ours build their pages from: parts that know no process. NocoBase's loader hands it out at run time under
 * `@wuxin/plugin-bpmn/client-v2`, so it is loaded once for all of them, with texts of its own.
 */
export { reader, useCommand, useQuery, type ApiClient, type Failure, type Query } from './api';
export { useLanguage, useTexts, type TextValues } from './i18n';
export {
  AccessibleTheme,
  Act,
  ActDialog,
  Choice,
  DataTable,
  DateTime,
  EmptyState,
  FailureAlert,
  FileLink,
  formatClock,
  formatInstant,
  LinkButton,
  Loaded,
  Muted,
  PageFrame,
  Panel,
  pageOf,
  RemoteSelect,
  RemoteSelectMany,
  saveFile,
  Sections,
  TextLink,
  ToggleButtons,
  ToneTag,
  useAddressFilter,
  useDebounced,
  useIsPhone,
  useRevision,
  type ActValues,
  type DataColumn,
  type Option,
  type SectionItem,
  type Tone,
} from './shared';
