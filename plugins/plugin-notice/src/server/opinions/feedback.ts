import { textOf, type Actor, type Tx } from '@wuxin/plugin-bpmn';
import type { OpinionCounts } from '../../common/api';
import { tables, type CollectionRecord, type StaffRecord } from '../store';
import { announcementsOf } from './ports';

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

interface Closed {
  readonly collection: CollectionRecord;
  readonly staff: readonly StaffRecord[];
  readonly text: string;
  readonly by: Actor;
}

/** Signs, of which each may take two places: so much of its title has room in the title of a notice. */
const MOST_TITLE = 90;

/**
 * The announcement of what became of the opinions, with the people of the one that asked for them; where that has no drafter, whoever closes the
 * collection is.
 *
 * @returns its id
 */
export function draftFeedback(tx: Tx, { collection: { title, placeId }, staff, text, by }: Closed): Promise<string> {
  const people = staff.map(({ userId, post }) => ({ userId, post }));
  const drafter = people.some(({ post }) => post === 'drafter') ? [] : [{ userId: by.userId, post: 'drafter' as const }];
  const named = textOf('zh-CN', 'opinion.feedback.title', { title: [...title].slice(0, MOST_TITLE).join('') });
  return announcementsOf(tx.db).draftFeedback(tx, { title: named, text, placeId, staff: [...people, ...drafter], by });
}
