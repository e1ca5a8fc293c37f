import type { CalendarEffect } from '../../common/api';
import { onAnotherDay, type Recalculation } from './recalculate';

/** What a change of a calendar does to deadlines, in numbers. */
export function effectOf({ openCases, moved, kept }: Recalculation): CalendarEffect {
  const other = onAnotherDay({ moved });
  const cases = new Set(moved.map(({ task }) => task.instanceId));
  return { openCases, cases: cases.size, moved: other.length, confirmed: moved.length - other.length, kept };
}
