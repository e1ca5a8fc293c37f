import { markOf, receiptOf, type Sodium } from '@wuxin/ballot-box';
import { notFound, type ReadTx } from '@wuxin/plugin-bpmn';
import type { SlipLook } from '../../common/api';
import { marksIn } from '../box';
import { meetingOf, motionsOnPhones } from './store';

/** What a slip may vote on, and on what it has. After the answer to a ballot was lost, this is where the voter finds the receipt. */
export async function look(
  tx: ReadTx,
  sodium: Sodium,
  { meetingId, code }: { meetingId: string; code: string },
): Promise<SlipLook> {
  const meeting = await meetingOf(tx, meetingId);
  if (!meeting) throw notFound('ballot.codeUnknown');
  const { id, title, publicKey } = meeting;
  const motions = await motionsOnPhones(tx, meetingId, ['open', 'counting']);
  const marks = motions.map((motion) => ({ motionId: motion.id, mark: markOf(sodium, motion.id, code) }));
  const inBox = await marksIn(tx, marks);
  const receipts = new Map(marks.flatMap(({ motionId, mark }) => (inBox.has(mark) ? [[motionId, receiptOf(sodium, mark)]] : [])));
  return {
    meeting: { id, title },
    publicKey: publicKey ?? '',
    motions: motions.map((motion) => ({
      id: motion.id,
      title: motion.title,
      text: motion.text,
      candidates: motion.candidates.map((one) => ({ id: one.id, name: one.name ?? one.id })),
      seats: motion.seats,
      closesAt: motion.closesAt,
      isOpen: motion.status === 'open',
      receipt: receipts.get(motion.id) ?? null,
    })),
  };
}
