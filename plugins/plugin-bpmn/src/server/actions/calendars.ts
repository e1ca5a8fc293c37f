import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type {
  ArrangementBody,
  CalendarPreviewBody,
  ClosingBody,
  ExtendCalendarBody,
  ImportArrangementBody,
  RemoveClosingBody,
  SetCalendarDayBody,
} from '../../common/api';
import { changeCalendarDay, closePlace, importArrangement, lengthenCalendar, reopenPlace } from '../commands';
import { effectOf, recalculate } from '../deadlines';
import { arrangementReading, calendarYear } from '../queries';
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
const Closing = z.object({
  kind: z.enum(['rest', 'working']),
  from: date,
  until: date,
  weekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
  name: z.string().max(100),
  source: z.string().max(500),
});
const ofPlace = z.string().min(1).max(100);
const AddClosing = Closing.extend({ placeId: ofPlace }) satisfies z.ZodType<ClosingBody, z.ZodTypeDef, unknown>;
const RemoveClosing = z.object({ placeId: ofPlace, closing: ofPlace }) satisfies z.ZodType<RemoveClosingBody>;
const Preview = z.object({
  placeId,
  days,
  coveredUntil: date.optional(),
  closing: Closing.optional(),
  withoutClosing: ofPlace.optional(),
}) satisfies z.ZodType<CalendarPreviewBody, z.ZodTypeDef, unknown>;
/** A notice has some 800 characters. */
const Arrangement = z.object({
  year: z.coerce.number().int().min(1950).max(2200),
  text: z.string().max(20_000),
  source: z.string().max(500).default(''),
}) satisfies z.ZodType<ArrangementBody, z.ZodTypeDef, unknown>;
const ArrangementToImport = Arrangement.extend({ revision: z.string().max(100) }) satisfies z.ZodType<
  ImportArrangementBody,
  z.ZodTypeDef,
  unknown
>;

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
  'bpmnCalendars:readArrangement': action(Arrangement, (request, notice) =>
    reading(request, (reader) => arrangementReading(reader, notice)),
  ),
  'bpmnCalendars:importArrangement': action(ArrangementToImport, ({ engine, actor }, notice) =>
    engine.write(async (tx) => effectOf(await importArrangement(tx, actor, notice))),
  ),
  'bpmnCalendars:setDay': action(SetDay, ({ engine, actor }, day) =>
    engine.write(async (tx) => effectOf(await changeCalendarDay(tx, actor, day))),
  ),
  'bpmnCalendars:addClosing': action(AddClosing, ({ engine, actor }, closing) =>
    engine.write(async (tx) => effectOf(await closePlace(tx, actor, closing))),
  ),
  'bpmnCalendars:removeClosing': action(RemoveClosing, ({ engine, actor }, which) =>
    engine.write(async (tx) => effectOf(await reopenPlace(tx, actor, which))),
  ),
  'bpmnCalendars:extend': action(Extend, ({ engine, actor }, extension) =>
    engine.write(async (tx) => effectOf(await lengthenCalendar(tx, actor, extension))),
  ),
};
