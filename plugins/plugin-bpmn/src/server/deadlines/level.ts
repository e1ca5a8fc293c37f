import type { Instant } from '@wuxin/bpmn-core';
import type { DeadlineLevel } from '../../common/api';

/** How urgent a deadline is at a moment. */
export function levelOf(deadline: { readonly dueAt: Instant; readonly nearAt: Instant }, now: Instant): DeadlineLevel {
  if (now >= deadline.dueAt) return 'overdue';
  return now >= deadline.nearAt ? 'near' : 'onTime';
}
