import type { Instant } from '@wuxin/bpmn-core';
import { Table } from '../store';

export interface VersionAuthorRecord {
  id: string;
  processKey: string;
  /** Null until what they changed is published. */
  versionId: string | null;
  userId: number;
  userName: string;
  /** How often: whoever publishes names what they have seen by it. */
  changes: number;
}

export const versionAuthors = new Table<VersionAuthorRecord>('bpmnVersionAuthors', {
  id: 'text',
  processKey: 'text',
  versionId: 'text',
  userId: 'number',
  userName: 'text',
  changes: 'number',
});

export interface PublishRequestRecord {
  processKey: string;
  askedAt: Instant;
  askedById: number;
  askedByName: string;
  note: string;
}

export const publishRequests = new Table<PublishRequestRecord>('bpmnPublishRequests', {
  processKey: 'text',
  askedAt: 'number',
  askedById: 'number',
  askedByName: 'text',
  note: 'text',
});
