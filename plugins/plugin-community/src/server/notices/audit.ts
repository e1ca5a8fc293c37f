import type { Json } from '@wuxin/bpmn-core';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../ports';
import { addDays, asDay, startOf } from './days';

/** As `workflows/02-notice` names them. */
const PROCESS = 'notice';
const POST = 'post';
const PERIOD_OVER = 'periodOver';
const CONCLUDE = 'conclude';
/** After a period at the notice desk, which plugin-notice answers for. */
const FROM_DESK = 'keepNotice';

/**
 * A notice stays posted for all of its days, each whole and the first the one after the posting: neither what the case says nor when its
 * timer fired is earlier, also of a posting before the one that stands; and only a period that is over is concluded.
 */
export const noticePeriod: CaseInvariant = {
  name: 'notice.period',
  rule: {
    'zh-CN': '公示从张贴次日起算满规定天数才期满，期满后才有监督意见',
    'en-US':
      'a notice is over once it was posted for all of its days, from the day after the posting, and is not concluded before',
  },
  scope: 'case',
  *check(audited) {
    if (audited.instance.processKey !== PROCESS) return;
    yield* endOf(audited);
    yield* firings(audited);
  },
};

const broken = ({ instance }: AuditedCase, table: string, rowId: string, data: BrokenRow['data']): BrokenRow => ({
  table,
  rowId,
  instanceId: instance.id,
  data,
});

/** What the case says of its posting that stands, and when its timer is due. */
function* endOf(audited: AuditedCase): Iterable<BrokenRow> {
  const { instance, subscriptions } = audited;
  const endsOn = asDay(instance.variables['endsOn']);
  if (endsOn === undefined) return;
  const postedOn = asDay(instance.variables['postedOn']);
  const days = daysOf(audited);
  if (postedOn === undefined || days === undefined) {
    yield broken(audited, 'bpmnInstances', instance.id, { fault: 'periodUnknown', endsOn });
    return;
  }
  const earliest = addDays(postedOn, days);
  if (endsOn < earliest) yield broken(audited, 'bpmnInstances', instance.id, { fault: 'endsEarly', postedOn, endsOn, earliest });
  for (const { id, elementId, dueAt } of subscriptions)
    if (elementId === PERIOD_OVER && dueAt !== null && dueAt < startOf(addDays(earliest, 1)))
      yield broken(audited, 'bpmnSubscriptions', id, { fault: 'dueEarly', earliest });
}

/** Each time that a period was over, held against the posting before it; a day that has been erased is not known any more. */
function* firings(audited: AuditedCase): Iterable<BrokenRow> {
  const { graph, history, instance, payloads } = audited;
  const days = daysOf(audited);
  const isOurs = graph?.elements[PERIOD_OVER] !== undefined && graph.elements[CONCLUDE] !== undefined;
  if (days === undefined || !isOurs) return;
  const lastPosting = history.findLast(isPosting);
  let posting: (typeof history)[number] | undefined;
  let isOver = false;
  for (const row of history) {
    if (isPosting(row)) {
      posting = row;
      isOver = false;
    } else if (row.kind === 'elementEntered' && row.elementId === FROM_DESK) {
      isOver = true;
    } else if (row.kind === 'elementEntered' && row.elementId === CONCLUDE && !isOver) {
      yield broken(audited, 'bpmnHistory', row.id, { fault: 'concludedEarly' });
    }
    if (row.kind !== 'timerFired' || row.elementId !== PERIOD_OVER || !posting) continue;
    isOver = true;
    const entered = asDay(valuesIn(payloads.get(posting.id)?.payload['values'])['postedOn']);
    const postedOn = entered ?? (posting === lastPosting ? asDay(instance.variables['postedOn']) : undefined);
    if (postedOn !== undefined && row.recordedAt < startOf(addDays(postedOn, days + 1)))
      yield broken(audited, 'bpmnHistory', row.id, { fault: 'overEarly', postedOn, earliest: addDays(postedOn, days) });
  }
}

const isPosting = ({ kind, elementId }: { readonly kind: string; readonly elementId: string | null }) =>
  kind === 'taskCompleted' && elementId === POST;

/** How many whole calendar days; callers give the value of their parameter. */
function daysOf({ instance }: AuditedCase): number | undefined {
  const days = Number(instance.variables['days'] ?? Number.NaN);
  return Number.isInteger(days) && days >= 0 ? days : undefined;
}

const valuesIn = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Json>) : {}; // arrays and scalars are out
