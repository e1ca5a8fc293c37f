import type { Json } from '@wuxin/bpmn-core';
import { canonicalJson } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import type { NoticeRecord } from '../store';

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) // as it is stored
    .digest('hex');

/** Of what people read: that what was reviewed is what was published. */
export const digestOfContent = ({ title, body }: Pick<NoticeRecord, 'title' | 'body'>): string => sha256({ title, body });

/** Everything that the archive vouches for. */
export interface Archived {
  readonly noticeId: string;
  readonly title: string;
  readonly body: NoticeRecord['body'];
  readonly contentHash: string | null;
  readonly placeId: string;
  readonly period: string;
  readonly dueOn: string;
  readonly publishedOn: string;
  readonly review: {
    readonly verdict: string;
    readonly opinion: string | null;
    readonly byId: number | null;
    readonly at: number | null;
  } | null;
}

export const archiveHashOf = (archived: Archived): string => sha256(archived);
