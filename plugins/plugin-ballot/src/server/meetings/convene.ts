import { conveningProblems, type ConveningProblem, type MeetingType } from '@wuxin/ballot-core';
import { badInput, BpmnError, conflict, localDateOf, type Locale, textOf, type ReadTx, type Tx } from '@wuxin/plugin-bpmn';
import type { ConveneBody } from '../../common/api';
import { act } from '../acts';
import type { Who } from '../rights';
import { meetingTypeOf } from '../rules';
import { tables, type MeetingRecord, type StaffRecord } from '../store';

/** What stands against holding a meeting on a day, by the rules of its type. */
export async function problemsOf(
  tx: ReadTx,
  type: MeetingType,
  { meeting, noticeOn, heldOn }: { meeting: MeetingRecord; noticeOn: string; heldOn: string },
): Promise<ConveningProblem[]> {
  const before = meeting.reconvenesId === null ? undefined : await tables.meetings.find(tx, { id: meeting.reconvenesId });
  const after = before && { heldOn: localDateOf(before.plannedAt), times: before.reconvenedTimes };
  return conveningProblems(type, { noticeOn, heldOn, after });
}

/** Custom may be departed from with a reason, a number that stands in the law may not. */
export const isWaivable = ({ notice, reconvening }: MeetingType, { code }: ConveningProblem): boolean => {
  switch (code) {
    case 'notInForce':
      return false;
    case 'noticeShort':
      return notice?.certainty !== 'found';
    case 'reconvenedEarly':
    case 'reconvenedLate':
    case 'reconvenedTooOften':
      return reconvening?.certainty !== 'found';
  }
};

/**
 * The notice has reached people on that day.
 *
 * @throws conflict `ballot.conveningRefused` with the problems that nothing helps against, or that no reason was given for
 */
export function conveneMeeting(tx: Tx, who: Who, id: string, { noticeOn, despite = '' }: ConveneBody): Promise<void> {
  return act(tx, who, ['ballotMeetings:convene', id], async (locked) => {
    const { meeting, staff } = locked;
    assertStaffed(staff);
    if (noticeOn > localDateOf(tx.now)) throw badInput('ballot.noticeInFuture');
    if (meeting.plannedAt < tx.now) throw badInput('ballot.plannedInPast');
    assertNotTooEarly(meeting, localDateOf(meeting.plannedAt));
    const type = await meetingTypeOf(tx, meeting.typeKey);
    const heldOn = localDateOf(meeting.plannedAt);
    const problems = await problemsOf(tx, type, { meeting, noticeOn, heldOn });
    assertAcceptable(type, problems, despite);
    locked.change({ status: 'convened', noticeOn });
    locked.note('convened', { noticeOn, heldOn, problems: problems.map(({ code }) => code), despite: despite.trim() });
  });
}

/** A process may say before which day a meeting decides nothing. @throws conflict `ballot.tooEarly` */
export function assertNotTooEarly({ notBefore }: MeetingRecord, heldOn: string): void {
  if (notBefore !== null && heldOn < notBefore) throw conflict('ballot.tooEarly', { heldOn, notBefore });
}

export function assertAcceptable(type: MeetingType, problems: readonly ConveningProblem[], despite: string): void {
  const standing = despite.trim() === '' ? problems : problems.filter((problem) => !isWaivable(type, problem));
  if (standing.length > 0) throw refused(standing);
}

const refused = (problems: readonly ConveningProblem[]): BpmnError => {
  const said = (locale: Locale) => {
    const reasons = problems.map(({ code, ...data }) => textOf(locale, `convening.${code}`, data));
    return textOf(locale, 'errors.ballot.conveningRefused', { reasons: reasons.join(locale === 'zh-CN' ? '；' : '; ') });
  };
  const messages = { 'zh-CN': said('zh-CN'), 'en-US': said('en-US') };
  return new BpmnError('ballot.conveningRefused', 409, { problems }, { messages });
};

function assertStaffed(staff: readonly StaffRecord[]): void {
  if (!staff.some(({ post }) => post === 'chair')) throw badInput('ballot.chairMissing');
}
