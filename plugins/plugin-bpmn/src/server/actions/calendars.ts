import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type { CalendarEffect, CalendarPreviewBody, ExtendCalendarBody, SetCalendarDayBody } from '../../common/api';
import { changeCalendarDay, lengthenCalendar } from '../commands';
import { onAnotherDay, recalculate, type Recalculation } from '../deadlines';
import { calendarYear } from '../queries';
import { calendarKeyOf } from '../calendars';
import { forbidden } from '../runtime/errors';
import { settingChangePage } from '../setting-changes';
import { ChangesPage } from './changes-page';
import { action } from './define';
import { reading } from './reading';

const date = z.string().max(10);
const Day = z.object({
  date,
  kind: z.enum(['rest', 'working', 'plain']),
  name: z.string().max(100).default(''),
  source: z.string().max(500).default(''),
});
const placeId = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => id || null);
/** A year has no more days than this. */
const days = z.array(Day).max(366).default([]);
const Year = z.object({ year: z.coerce.number().int().min(1900).max(2200), placeId });
const Changes = z.object({ placeId, ...ChangesPage });
const SetDay = Day.extend({ placeId }) satisfies z.ZodType<SetCalendarDayBody, z.ZodTypeDef, unknown>;
const Extend = z.object({ days, coveredUntil: date }) satisfies z.ZodType<ExtendCalendarBody, z.ZodTypeDef, unknown>;
const Preview = z.object({ placeId, days, coveredUntil: date.optional() }) satisfies z.ZodType<
  CalendarPreviewBody,
  z.ZodTypeDef,
  unknown
>;

function effectOf({ openCases, moved, kept }: Recalculation): CalendarEffect {
  const other = onAnotherDay({ moved });
  const cases = new Set(moved.map(({ task }) => task.instanceId));
  return { openCases, cases: cases.size, moved: other.length, confirmed: moved.length - other.length, kept };
}

/** `bpmnCalendars:…`, for administrators. */
export const calendarActions: Record<string, HandlerType> = {
  'bpmnCalendars:year': action(Year, (request, which) => reading(request, (reader) => calendarYear(reader, which))),
  'bpmnCalendars:changes': action(Changes, (request, { placeId: of, ...page }) =>
    reading(request, async ({ tx, isAdministrator, locale }) => {
      if (!isAdministrator) throw forbidden('calendar.administratorsOnly');
      return settingChangePage(tx, { subject: 'calendar', subjectKey: calendarKeyOf(of), ...page }, locale);
    }),
  ),
  'bpmnCalendars:preview': action(Preview, (request, change) =>
    reading(request, async ({ tx, isAdministrator }) => {
      if (!isAdministrator) throw forbidden('calendar.administratorsOnly');
      return effectOf(await recalculate(tx, change));
    }),
  ),
  'bpmnCalendars:setDay': action(SetDay, ({ engine, actor }, day) =>
    engine.write(async (tx) => effectOf(await changeCalendarDay(tx, actor, day))),
  ),
  'bpmnCalendars:extend': action(Extend, ({ engine, actor }, extension) =>
    engine.write(async (tx) => effectOf(await lengthenCalendar(tx, actor, extension))),
  ),
};
