import type { Instant, Json } from '@wuxin/bpmn-core';
import type { TemplateReaders, VersionStatus } from '../../../common/api';
import type { DecisionTable } from '@wuxin/decision';

export interface ProcessRecord {
  key: string;
  name: string;
  /** Missing where the process has one name only. */
  nameEn: string | null;
  recordCollection: string | null;
  publishedVersionId: string | null;
  draftVersionId: string | null;
  createdAt: Instant;
}

export interface VersionRecord {
  id: string;
  processKey: string;
  number: number;
  status: VersionStatus;
  xml: string;
  xmlHash: string;
  /** Frozen form by element id; empty in a draft. */
  forms: Record<string, unknown>;
  decisions: Record<string, DecisionTable>;
  parameterKeys: string[];
  note: string | null;
  savedAt: Instant;
  /** Who saved it last; null where content did, or an earlier release that did not say. */
  savedById: number | null;
  savedByName: string | null;
  publishedAt: Instant | null;
  publishedById: number | null;
  publishedByName: string | null;
}

/** Of the people who see a case, those who take part in it, or all of them. */
export type { TemplateReaders };

/** A Word file of a version; see the documents feature. */
export interface TemplateRecord {
  id: string;
  versionId: string;
  /** Within its version. */
  key: string;
  /** In the order in which content names them. */
  position: number;
  name: string;
  nameEn: string | null;
  /** Name of a placeholder: cases in which it has no value do not know this document. */
  onlyWith: string | null;
  /** Who may print the document; null in rows of before there was a choice: `participants`. */
  readers: TemplateReaders | null;
  /** Names of placeholders without which there is nothing to print yet. */
  needs: string[];
  /** What the file names, as that was understood when it was saved; the documents feature knows its shape. */
  placeholders: readonly Json[];
  fileBase64: string;
  /** SHA-256 of the file. */
  fileHash: string;
  savedAt: Instant;
  /** Missing where content brought it. */
  savedByName: string | null;
}

export interface DraftRecord {
  taskId: string;
  userId: number;
  data: Record<string, Json>;
  opinion: string;
  savedAt: Instant;
}

export interface StartTriggerRecord {
  id: string;
  processKey: string;
  versionId: string;
  processId: string;
  elementId: string;
  kind: 'message' | 'signal' | 'timer';
  name: string | null;
  dueAt: Instant | null;
  data: Record<string, Json>;
  leasedUntil: Instant | null;
}
