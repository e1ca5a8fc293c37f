import { BallotError, tally, type CountsInput, type Result, type Rule } from '@wuxin/ballot-core';
import { CommunityError } from '../errors';
import type { MeetingRecord } from './record';
import { meetingRule, type MeetingNumbers } from './rule';

/** `notValid`: the meeting does not count, because too few people or too few women came; it is called again. */
export type VoteResult = 'passed' | 'notPassed' | 'notValid';

export interface MeetingDecision {
  readonly voteResult: VoteResult;
  /** The day of the meeting when it passed. */
  readonly adoptedOn: string | null;
  /** One plain sentence with the numbers, in Chinese: it goes into the record and the notice. */
  readonly sentence: string;
  /** The same from the same count, for English readers. Both are kept, so that neither is ever worked out again. */
  readonly sentenceEn: string;
}

/**
 * Decides one vote of a residents' meeting and explains it. Depends on nothing but its arguments.
 *
 * @throws CommunityError `tally.countsRefused` when the numbers contradict each other; nothing may be stored then
 */
export function decideMeeting(meeting: MeetingRecord, numbers: MeetingNumbers): MeetingDecision {
  return decideBy(meetingRule(meeting.form, numbers), meeting);
}

/** Decides by a rule that is written out. @throws CommunityError `tally.countsRefused` */
export function decideBy(rule: Rule, meeting: { readonly heldOn: string; readonly counts: CountsInput }): MeetingDecision {
  const result = tallied(rule, meeting.counts);
  const voteResult = voteResultOf(result);
  const { 'zh-CN': sentence, 'en-US': sentenceEn } = result.sentence;
  return { voteResult, adoptedOn: voteResult === 'passed' ? meeting.heldOn : null, sentence, sentenceEn };
}

function tallied(rule: Rule, counts: CountsInput): Result {
  try {
    return tally(rule, counts);
  } catch (error) {
    if (!(error instanceof BallotError)) throw error;
    const { code, data, message } = error.toJSON();
    throw new CommunityError('tally.countsRefused', 400, { ballotCode: code, ...data }, { cause: error, messages: message });
  }
}

function voteResultOf({ decided }: Result): VoteResult {
  switch (decided) {
    case 'passed':
    case 'notPassed':
      return decided;
    case 'noQuorum':
    case 'blocked':
    case 'void':
    case 'revote':
    case 'furtherElection':
      return 'notValid';
  }
}
