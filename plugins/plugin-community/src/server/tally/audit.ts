import type { Element, ElementSettings } from '@wuxin/bpmn-core';
import { CommunityError } from '../errors';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../ports';
import { readTallyConfig, type TallyConfig } from './config';
import { decideMeeting, type MeetingDecision } from './decide';
import { decideGiven, isGiven, readGivenConfig } from './given';
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
    const tallies = talliesOf(audited);
    const standing = tallies.flatMap((latest) => {
      const countedAt = countStandingAt(audited, latest);
      // by the rule of the version that the case was of when it was counted
      const element = countedAt === undefined ? undefined : (audited.graphAsOf(countedAt)?.elements[latest.id] ?? latest);
      return countedAt === undefined || !element ? [] : [{ element, countedAt }];
    });
    for (const { element, countedAt } of standing) yield* faultsOf(audited, element, countedAt);
    if (standing.length === 0) for (const element of tallies) yield* uncounted(audited, element);
  },
};

/** Of all versions that the case was of; one that several have as the latest of them has it. */
function talliesOf({ stretches }: AuditedCase): Element[] {
  const elements = stretches.flatMap(({ graph }) => Object.values(graph?.elements ?? {}));
  const tallies = elements.filter(({ settings }) => settings.activityType === 'tally');
  return [...new Map(tallies.map((element) => [element.id, element])).values()];
}

/** Where in the history the vote was counted; nowhere when the step that led to it has been taken back since. */
function countStandingAt({ history }: AuditedCase, { id }: Element): number | undefined {
  const counted = history.findLastIndex(({ kind, elementId }) => kind === 'elementLeft' && elementId === id);
  if (counted < 0) return undefined;
  const step = history.slice(0, counted).findLast(({ kind }) => kind === 'taskCompleted');
  const isBack = history.slice(counted).some(({ kind, elementId }) => kind === 'stepWithdrawn' && elementId === step?.elementId);
  return isBack ? undefined : history[counted]?.sequence;
}

/** A result that is stored although no count of it stands. */
function* uncounted(audited: AuditedCase, element: Element): Iterable<BrokenRow> {
  const { instance, record } = audited;
  const { recordCollection, recordId, id } = instance;
  if (record === null || recordCollection === null || recordId === null) return;
  const fields = storedFields(audited, storedIn(element.settings.config));
  if (fields.length > 0)
    yield { table: recordCollection, rowId: recordId, instanceId: id, data: { fault: 'notCounted', fields } };
}

function* faultsOf(audited: AuditedCase, element: Element, countedAt: number): Iterable<BrokenRow> {
  const { instance, record } = audited;
  const { recordCollection, recordId, id } = instance;
  if (record === null || recordCollection === null || recordId === null) return;
  const broken = (data: BrokenRow['data']): BrokenRow => ({ table: recordCollection, rowId: recordId, instanceId: id, data });
  // emptied for the next meeting
  if (storedFields(audited, storedIn(element.settings.config)).length === 0) return;
  try {
    const { config, decision } = again(audited, element.settings.config, countedAt);
    const fields = differing(audited, config, decision);
    if (fields.length > 0) yield broken({ fault: 'otherResult', fields });
  } catch (error) {
    if (!(error instanceof CommunityError)) throw error;
    yield broken({ fault: error.code });
  }
}

type StoredIn = Pick<TallyConfig, 'field.sentence' | 'field.sentenceEn' | 'field.adoptedOn'>;

const storedIn = (settings: ElementSettings['config']): StoredIn =>
  isGiven(settings) ? readGivenConfig(settings) : readTallyConfig(settings);

/** Which parts of a result the case and its record hold. */
function storedFields({ instance, record }: AuditedCase, config: StoredIn): string[] {
  const names = [config['field.sentence'], config['field.sentenceEn'], config['field.adoptedOn']];
  const stored = names.flatMap((name) => (name !== undefined && isGivenValue(record?.[name]) ? [name] : []));
  return isGivenValue(instance.variables['voteResult']) ? ['voteResult', ...stored] : stored;
}

const isGivenValue = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** By the numbers that the case had then: they may have been corrected since. */
function again({ record, evaluate }: AuditedCase, settings: ElementSettings['config'], countedAt: number) {
  const value = (text: string) => (text.startsWith('=') ? evaluate(text.slice(1), countedAt) : text);
  if (isGiven(settings)) {
    const config = readGivenConfig(settings);
    return { config, decision: decideGiven(config, { record: record ?? {}, value }) };
  }
  const config = readTallyConfig(settings);
  const meeting = readMeeting(record ?? {}, config);
  return { config, decision: decideMeeting(meeting, numbersFrom(config, meeting.form, value)) };
}

/** What is stored otherwise than counting again gives it. */
function differing({ instance, record }: AuditedCase, config: StoredIn, decision: MeetingDecision): string[] {
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
