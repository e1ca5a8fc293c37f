import { readTallyConfig } from './config';
import { decideMeeting } from './decide';
import { readMeeting } from './record';
import { numbersFrom } from './rule';
import { CommunityError } from '../errors';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';

/**
 * `wuxin:activityType="tally"`: decides a vote from the record of the meeting, in the transaction that entered it. Counts
 * that contradict each other refuse the whole completion, so a wrong record of a meeting never gets stored.
 *
 * Variables: `voteResult`, `passed`, `sentence`, `sentenceEn`, `adoptedOn`; the sentences and the date also go into the record.
 */
export function tallyActivity(underCommand: BpmnPort['underCommand']): ActivityType {
  return {
    type: 'tally',

    validate({ settings }) {
      try {
        readTallyConfig(settings.config);
        return [];
      } catch (error) {
        if (!(error instanceof CommunityError)) throw error;
        return [{ code: error.code, data: { property: String(error.data['property']) } }];
      }
    },

    async enter(context) {
      const config = readTallyConfig(context.element.settings.config);
      const meeting = readMeeting(context.record ?? {}, config);
      const decision = decideMeeting(
        meeting,
        numbersFrom(config, meeting.form, (expression) => context.evaluate(expression.slice(1))),
      );
      await writeToRecord(context, underCommand, {
        [config['field.sentence']]: decision.sentence,
        ...(config['field.sentenceEn'] ? { [config['field.sentenceEn']]: decision.sentenceEn } : {}),
        [config['field.adoptedOn']]: decision.adoptedOn,
      });
      return { kind: 'completed', variables: { ...decision, passed: decision.voteResult === 'passed' } };
    },
  };
}

async function writeToRecord(
  { tx, instance }: ActivityContext,
  underCommand: BpmnPort['underCommand'],
  values: Record<string, string | null>,
): Promise<void> {
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) return;
  const repository = tx.db.getRepository(recordCollection);
  await underCommand(tx, () => repository.update({ filterByTk: recordId, values, transaction: tx.transaction }));
}
