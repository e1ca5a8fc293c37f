import type { InstanceRecord, TaskRecord } from '../store';
import { namesOf, type RawRow, type ValuePlaceholder } from './placeholders';

interface Fact<Source> {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly as: 'text' | 'date';
  readonly of: (source: Source) => unknown;
}

/** A case, and the moment at which it is printed. */
export interface PrintedCase {
  readonly instance: InstanceRecord;
  readonly now: number;
}

const CASE: readonly Fact<PrintedCase>[] = [
  { key: 'case.title', zh: '办件.标题', en: 'Title of the case', as: 'text', of: ({ instance }) => instance.title },
  { key: 'case.process', zh: '办件.流程', en: 'Process', as: 'text', of: ({ instance }) => instance.processName },
  {
    key: 'case.number',
    zh: '办件.编号',
    en: 'Case number',
    as: 'text',
    of: ({ instance }) => instance.businessKey ?? instance.id,
  },
  { key: 'case.place', zh: '办件.属地', en: 'Place', as: 'text', of: ({ instance }) => instance.placeName },
  {
    key: 'case.parentPlace',
    zh: '办件.上级属地',
    en: 'Place above',
    as: 'text',
    of: ({ instance }) => instance.placePath.at(-2)?.name,
  },
  { key: 'case.placePath', zh: '办件.属地全称', en: 'Full place', as: 'text', of: ({ instance }) => instance.placePath.map(({ name }) => name).join('') }, // prettier-ignore
  { key: 'case.starter', zh: '办件.发起人', en: 'Started by', as: 'text', of: ({ instance }) => instance.starterName },
  { key: 'case.startedOn', zh: '办件.发起日期', en: 'Started on', as: 'date', of: ({ instance }) => instance.startedAt },
  { key: 'case.endedOn', zh: '办件.办结日期', en: 'Ended on', as: 'date', of: ({ instance }) => instance.endedAt },
  { key: 'case.printedOn', zh: '办件.打印日期', en: 'Printed on', as: 'date', of: ({ now }) => now },
];

const TASK: readonly Fact<TaskRecord>[] = [
  { key: 'task.person', zh: '办理人', en: 'Done by', as: 'text', of: (task) => task.onBehalfOfName ?? task.completedByName },
  { key: 'task.outcome', zh: '办理结果', en: 'Outcome', as: 'text', of: ({ outcomeName }) => outcomeName },
  { key: 'task.opinion', zh: '意见', en: 'Opinion', as: 'text', of: ({ opinion }) => opinion },
  { key: 'task.doneOn', zh: '办理日期', en: 'Done on', as: 'date', of: (task) => task.occurredAt ?? task.closedAt },
];

const placeholders = <Source>(facts: readonly Fact<Source>[]): ValuePlaceholder[] =>
  facts.map(({ key, zh, en, as }) => ({ kind: 'value', names: namesOf(zh, key), label: { zh, en }, key, format: { as } }));

const rawOf = <Source>(facts: readonly Fact<Source>[], source: Source): RawRow =>
  Object.fromEntries(facts.map(({ key, of }) => [key, of(source) ?? null]));

export const casePlaceholders = placeholders(CASE);
export const caseFacts = (printed: PrintedCase): RawRow => rawOf(CASE, printed);

/** What a template may say of each time that a user task was done. */
export const taskPlaceholders = placeholders(TASK);
export const taskFacts = (task: TaskRecord): RawRow => rawOf(TASK, task);
