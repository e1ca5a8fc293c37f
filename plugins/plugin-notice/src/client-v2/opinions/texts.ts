import { useTexts, type TextValues, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import type { CollectionStatus, ObjectionChannel, OpinionStatus } from '../../common/api';
import type zhCN from '../../locale/zh-CN.json';

export type TextKey = keyof typeof zhCN;
export type Translate = (key: TextKey, values?: TextValues) => string;

export const useT = (): Translate => useTexts<TextKey>('@wuxin/plugin-notice');

export const COLLECTION_STATUSES = ['draft', 'open', 'sorting', 'closed', 'cancelled'] as const satisfies readonly CollectionStatus[]; // prettier-ignore

export const COLLECTION_TEXT = {
  draft: 'opinion.page.collection.draft',
  open: 'opinion.page.collection.open',
  sorting: 'opinion.page.collection.sorting',
  closed: 'opinion.page.collection.closed',
  cancelled: 'opinion.page.collection.cancelled',
} as const satisfies Record<CollectionStatus, TextKey>;

export const COLLECTION_TONE = {
  draft: 'neutral',
  open: 'info',
  sorting: 'warning',
  closed: 'success',
  cancelled: 'neutral',
} as const satisfies Record<CollectionStatus, Tone>;

/** What is next of a collection, in large type on its page. */
export const NEXT_TEXT = {
  draft: 'opinion.page.next.draft',
  open: 'opinion.page.next.open',
  sorting: 'opinion.page.next.sorting',
  closed: 'opinion.page.next.closed',
  cancelled: 'opinion.page.next.cancelled',
} as const satisfies Record<CollectionStatus, TextKey>;

export type Verdict = Exclude<OpinionStatus, 'received'>;
export const VERDICTS = ['adopted', 'partly', 'declined'] as const satisfies readonly Verdict[];

export const OPINION_TEXT = {
  received: 'opinion.page.status.received',
  adopted: 'opinion.page.status.adopted',
  partly: 'opinion.page.status.partly',
  declined: 'opinion.page.status.declined',
} as const satisfies Record<OpinionStatus, TextKey>;

export const OPINION_TONE = {
  received: 'warning',
  adopted: 'success',
  partly: 'info',
  declined: 'neutral',
} as const satisfies Record<OpinionStatus, Tone>;

export const CHANNEL_TEXT = {
  wall: 'objection.page.channel.wall',
  window: 'objection.page.channel.window',
  paper: 'objection.page.channel.paper',
} as const satisfies Record<ObjectionChannel, TextKey>;
