import { textOf, type Tx } from '@wuxin/plugin-bpmn';
import type { OpinionCounts } from '../../common/api';
import { tables, type CollectionRecord } from '../store';

/**
 * What is published of a collection: how many opinions there were, and of each by its number what became of it and why. Neither names nor what people
 * wrote; whoever decides reads it before it is published, as the text of any notice.
 */
export async function feedbackOf(tx: Tx, { id, title }: CollectionRecord, counts: OpinionCounts): Promise<string> {
  const columns = ['number', 'status', 'reason'] as const;
  const opinions = await tables.opinions.selectColumns(tx, columns, { collectionId: id }, { order: [['number', 'ASC']] });
  const say = (key: string, data: Readonly<Record<string, unknown>>) => textOf('zh-CN', `opinion.feedback.${key}`, data);
  if (counts.total === 0) return say('none', { title });
  const lines = opinions.map(({ number, status, reason }) => say(status, { number, reason: reason ?? '' }));
  return [say('head', { title, ...counts }), ...lines].join('\n');
}
