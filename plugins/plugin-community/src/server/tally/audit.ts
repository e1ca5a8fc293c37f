import type { Element } from '@wuxin/bpmn-core';
import { CommunityError } from '../errors';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../ports';
import { readTallyConfig, type TallyConfig } from './config';
import { decideMeeting, type MeetingDecision } from './decide';
import { readMeeting } from './record';
import { numbersFrom } from './rule';

/**
 * A vote that was counted can be counted again: its five counts add up to those present, and the rule that the case started
 * with gives the result, the sentences and the date that were stored.
 */
export const voteCounted: CaseInvariant = {
  name: 'vote.counted',
  rule: {
    'zh-CN': '已计票的表决：同意、反对、弃权、无效、未投五项之和等于实到人数，重新计票得到同样的结果',
    'en-US': 'of a vote that was counted the five counts add up to those present, and counting again gives the stored result',
  },
  scope: 'case',
  readsRecords: true,
  *check(audited) {
    for (const element of Object.values(audited.graph?.elements ?? {})) {
      if (element.settings.activityType === 'tally' && wasLeft(audited, element)) yield* faultsOf(audited, element);
    }
  },
};

const wasLeft = ({ history }: AuditedCase, { id }: Element): boolean =>
  history.some(({ kind, elementId }) => kind === 'elementLeft' && elementId === id);

function* faultsOf(audited: AuditedCase, element: Element): Iterable<BrokenRow> {
  const { instance, record } = audited;
  const { recordCollection, recordId, id } = instance;
  if (record === null || recordCollection === null || recordId === null) return;
  const broken = (data: BrokenRow['data']): BrokenRow => ({ table: recordCollection, rowId: recordId, instanceId: id, data });
  try {
    const config = readTallyConfig(element.settings.config);
    const fields = differing(audited, config, again(audited, config));
    if (fields.length > 0) yield broken({ fault: 'otherResult', fields });
  } catch (error) {
    if (!(error instanceof CommunityError)) throw error;
    yield broken({ fault: error.code });
  }
}

function again({ record, evaluate }: AuditedCase, config: TallyConfig): MeetingDecision {
  const meeting = readMeeting(record ?? {}, config);
  return decideMeeting(
    meeting,
    numbersFrom(config, meeting.form, (expression) => evaluate(expression.slice(1))),
  );
}

/** What is stored otherwise than counting again gives it. */
function differing({ instance, record }: AuditedCase, config: TallyConfig, decision: MeetingDecision): string[] {
  const english = config['field.sentenceEn'];
  const stored = record ?? {};
  const dayOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : null);
  const pairs: [field: string, stored: unknown, counted: unknown][] = [
    ['voteResult', instance.variables['voteResult'], decision.voteResult],
    [config['field.sentence'], stored[config['field.sentence']], decision.sentence],
    ...(english ? [[english, stored[english], decision.sentenceEn] as [string, unknown, unknown]] : []),
    [config['field.adoptedOn'], dayOf(stored[config['field.adoptedOn']]), decision.adoptedOn],
  ];
  return pairs.filter(([, is, counted]) => is !== counted).map(([field]) => field);
}
