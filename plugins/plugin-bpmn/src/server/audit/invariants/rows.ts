import type { Json } from '@wuxin/bpmn-core';
import type { AuditedCase, BrokenRow } from '../types';

/** Collections whose rows an invariant of a case can name. */
type Table =
  | 'bpmnInstances'
  | 'bpmnTokens'
  | 'bpmnSubscriptions'
  | 'bpmnCompensations'
  | 'bpmnTasks'
  | 'bpmnJobs'
  | 'bpmnIncidents'
  | 'bpmnHistory'
  | 'bpmnSums'
  | 'bpmnPaperCounts';

export function brokenRow(
  { instance }: AuditedCase,
  table: Table,
  rowId: string,
  data: Readonly<Record<string, Json>> = {},
): BrokenRow {
  return { table, rowId, instanceId: instance.id, data };
}

export const hasEnded = ({ instance }: AuditedCase): boolean => instance.status !== 'running' && instance.status !== 'suspended';

/** How many rows there are of each key. */
export function countBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
