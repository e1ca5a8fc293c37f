import { notFound, type ReadTx } from '@wuxin/plugin-bpmn';
import type { PublishedList } from '../../common/api';
import { shownBox } from '../box';
import { meetingOf, motionsOnPhones } from './store';

/**
 * Receipts of opened boxes, for everybody. Of a meeting without any it says no more than of one that does not exist.
 *
 * @throws not found `ballot.nothingPublished`
 */
export async function publishedList(tx: ReadTx, meetingId: string): Promise<PublishedList> {
  const meeting = await meetingOf(tx, meetingId);
  const motions = (await motionsOnPhones(tx, meetingId, ['counting', 'decided'])).flatMap((motion) => {
    if (!motion.box) return [];
    const { receipts, head } = shownBox(motion, 0);
    return [{ id: motion.id, title: motion.title, receipts, head }];
  });
  if (!meeting || motions.length === 0) throw notFound('ballot.nothingPublished');
  return { meeting: { id: meeting.id, title: meeting.title }, motions };
}
