import { conflict, localDateOf, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { MotionExport } from '../../common/api';
import { isTelling } from '../box';
import { rowsOf, sheetsOf } from '../motions';
import { tables, type MotionRecord } from '../store';

/** Everything that anybody needs to count a vote again; of an open vote each answer by the number on the roll, of a secret one nothing of a voter. */
export async function exportMotion(tx: Tx, motion: MotionRecord): Promise<MotionExport> {
  const { id, title, text, way, secrecy, result, counted, rule, box, meetingId } = motion;
  if (result === null || counted === null) throw conflict('ballot.notDecided');
  const meeting = await tables.meetings.find(tx, { id: meetingId });
  const roll = await tables.rolls.find(tx, { meetingId });
  if (!meeting || !roll) throw notFound('ballot.meetingNotFound');
  const { entries, answers } = await rowsOf(tx, motion, roll.id);
  const numbers = new Map(entries.map((entry) => [entry.id, entry.number]));
  const sheets = (await sheetsOf(tx, id)).filter(({ attempt }) => attempt === motion.attempt);
  const votes = answers.map(({ entryId, answer }) => ({ number: numbers.get(entryId) ?? 0, answer }));
  return {
    schema: 1,
    meeting: { id: meeting.id, title: meeting.title, heldOn: localDateOf(motion.openedAt ?? meeting.plannedAt) },
    motion: { id, title, text, way, secrecy },
    rollHash: roll.hash ?? '',
    rule,
    counts: counted,
    box:
      box && !isTelling(motion)
        ? { ...box, receipts: [...box.receipts], choices: box.choices.map((one) => one && [...one]) }
        : null,
    votes: way === 'rollCall' ? votes.toSorted((a, b) => a.number - b.number) : null,
    // with the rest of a mixed vote few would be told of
    sheets: isTelling(motion) ? [] : sheets.map(({ counts }) => ({ counts })),
    result,
  };
}
