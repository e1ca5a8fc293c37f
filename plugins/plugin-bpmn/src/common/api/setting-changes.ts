/** What the HTTP actions about changes of settings give; the conventions are in index.ts. */
import type { PersonRef } from './words';

/** GET bpmnCalendars:changes?placeId&page&pageSize ; GET bpmnDataStarts:changes?page&pageSize ; GET bpmnProcesses:changes?filterByTk&page&pageSize ; GET bpmnRights:changes?page&pageSize */
export interface SettingChangePage {
  total: number;
  /** The newest first. */
  rows: SettingChangeView[];
}

export interface SettingChangeView {
  id: string;
  at: number;
  by: PersonRef;
  /** What was done, in the reader's language. */
  text: string;
  /** Of a rule that was changed, each part as it was and as it is. */
  parts: { name: string; before: string; after: string }[];
}
