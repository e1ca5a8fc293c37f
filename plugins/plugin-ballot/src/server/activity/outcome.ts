import type { CountsInput } from '@wuxin/ballot-core';
import type { Variables } from '@wuxin/bpmn-core';
import { localDateOf, type CompletedActivity } from '@wuxin/plugin-bpmn';
import type { MeetingRecord, MotionRecord } from '../store';

const NOT_HELD = { 'zh-CN': '会议未开成', 'en-US': 'The meeting was not held' };

/**
 * What a process gets of the meeting that it asked for, under the names that a `tally` gives: `voteResult` (`passed`, `notPassed`, `notValid`),
 * `passed`, `sentence`, `sentenceEn`, `adoptedOn`; beside them `heldOn`, `counts`, `minutes` and `meetingOutcome` (`held`; `notHeld`: too few came;
 * `cancelled`: called off, or nothing was put to the vote).
 */
export function outcomeOf(
  meeting: MeetingRecord,
  motions: readonly MotionRecord[],
  attended: CountsInput | null,
): Pick<CompletedActivity, 'variables' | 'decided'> {
  const motion = decisive(motions);
  if (meeting.status !== 'closed' || !motion?.result) return notHeld(meeting, attended);
  const { result, counted } = motion;
  const voteResult = result.decided === 'passed' || result.decided === 'notPassed' ? result.decided : 'notValid';
  const heldOn = localDateOf(motion.decidedAt ?? meeting.closedAt ?? 0);
  const decided = result.sentence;
  return {
    decided,
    variables: {
      ...told(decided),
      ...voted(voteResult, heldOn),
      meetingOutcome: 'held',
      counts: countsIn(counted),
      minutes: meeting.minutes,
    },
  };
}

/** The last round of the motion that the process asked for; what else the meeting decided is not the process's. */
function decisive(motions: readonly MotionRecord[]): MotionRecord | undefined {
  const first = motions.toSorted((a, b) => a.number - b.number)[0];
  return motions
    .filter(({ number, result }) => number === first?.number && result !== null)
    .toSorted((a, b) => b.round - a.round)[0];
}

/** Whoever came has voted on nothing: so the numbers add up for whoever counts them again. */
function notHeld(meeting: MeetingRecord, attended: CountsInput | null): Pick<CompletedActivity, 'variables' | 'decided'> {
  const [heldOn, plannedOn] = [localDateOf(meeting.closedAt ?? meeting.plannedAt), localDateOf(meeting.plannedAt)];
  // before its day nobody can have stayed away from it, nor from a vote that there was none of, nor without a roll
  const isCalledOff = meeting.status !== 'notHeld' || heldOn < plannedOn || attended === null;
  const meetingOutcome = isCalledOff ? 'cancelled' : 'notHeld';
  const variables = {
    ...told(NOT_HELD),
    ...voted('notValid', heldOn),
    meetingOutcome,
    counts: countsIn(attended && { ...attended, ...nothingVoted(attended) }),
    minutes: meeting.minutes,
  };
  return { decided: NOT_HELD, variables };
}

const nothingVoted = ({ present, householdsPresent }: CountsInput): CountsInput => ({
  approve: 0,
  oppose: 0,
  abstain: 0,
  invalid: 0,
  notVoting: householdsPresent ?? present,
});

const told = (sentence: Readonly<Record<'zh-CN' | 'en-US', string>>): Variables => ({
  sentence: sentence['zh-CN'],
  sentenceEn: sentence['en-US'],
});

const voted = (voteResult: 'passed' | 'notPassed' | 'notValid', heldOn: string): Variables => ({
  voteResult,
  heldOn,
  passed: voteResult === 'passed',
  adoptedOn: voteResult === 'passed' ? heldOn : null,
});

const COUNTED = [
  'due',
  'present',
  'households',
  'householdsPresent',
  'womenPresent',
  'approve',
  'oppose',
  'abstain',
  'invalid',
  'blank',
  'notVoting',
] as const;

/** Every count is there, so that a process may name it; one that the way of voting does not know is null. */
const countsIn = (counted: CountsInput | null): Variables =>
  Object.fromEntries(COUNTED.map((name) => [name, counted?.[name] === undefined ? null : Number(counted[name])]));
