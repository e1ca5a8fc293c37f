import { readTallyConfig, type TallyConfig } from './config';
import { decideMeeting, type MeetingDecision } from './decide';
import { decideGiven, isGiven, readGivenConfig, type GivenConfig } from './given';
import { mustLieWithin } from './limits';
import { readMeeting } from './record';
import { numbersFrom } from './rule';
import { configProblems, valueOf } from '../activity-config';
import { CommunityError } from '../errors';
import { writeToRecord } from '../keep';
import { localDateOf } from '../local-date';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';

/**
 * `wuxin:activityType="tally"`: decides a vote from the record of the meeting, in the transaction that entered it. Counts
 * that contradict each other refuse the whole completion, so a wrong record of a meeting never gets stored. The rule is that of a
 * residents' meeting (`full.*`, `households.*`) or one that the process gives (`quorum`, `pass`).
 *
 * Variables: `voteResult`, `passed`, `sentence`, `sentenceEn`, `adoptedOn`; the sentences and the date also go into the record, the sentences into the
 * history of the case.
 */
export function tallyActivity(underCommand: BpmnPort['underCommand']): ActivityType {
  return {
    type: 'tally',
    canBeTried: true,

    validate: ({ settings }) =>
      configProblems(() => (isGiven(settings.config) ? readGivenConfig : readTallyConfig)(settings.config)),

    async enter(context) {
      const settings = context.element.settings.config;
      const { config, decision } = isGiven(settings) ? byGivenRule(context) : byMeetingRule(context);
      await writeToRecord(context, underCommand, {
        [config['field.sentence']]: decision.sentence,
        ...(config['field.sentenceEn'] ? { [config['field.sentenceEn']]: decision.sentenceEn } : {}),
        [config['field.adoptedOn']]: decision.adoptedOn,
      });
      const decided = { 'zh-CN': decision.sentence, 'en-US': decision.sentenceEn };
      return { kind: 'completed', variables: { ...decision, passed: decision.voteResult === 'passed' }, decided };
    },
  };
}

interface Decided<Config> {
  readonly config: Config;
  readonly decision: MeetingDecision;
}

function byMeetingRule(context: ActivityContext): Decided<TallyConfig> {
  const config = readTallyConfig(context.element.settings.config);
  const meeting = readMeeting(context.record ?? {}, config);
  const today = localDateOf(context.tx.now);
  // a wrong year would put off every deadline that counts from the meeting
  if (meeting.heldOn > today) throw new CommunityError('tally.heldInFuture', 400, { heldOn: meeting.heldOn, today });
  const read = (text: string) => valueOf(context, text);
  mustLieWithin(meeting.heldOn, config, read);
  return { config, decision: decideMeeting(meeting, numbersFrom(config, meeting.form, read)) };
}

function byGivenRule(context: ActivityContext): Decided<GivenConfig> {
  const config = readGivenConfig(context.element.settings.config);
  return { config, decision: decideGiven(config, { record: context.record ?? {}, value: (text) => valueOf(context, text) }) };
}
