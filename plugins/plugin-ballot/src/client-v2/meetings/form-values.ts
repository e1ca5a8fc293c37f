import dayjs, { type Dayjs } from 'dayjs';
import type { MeetingBody, MeetingDesk } from '../../common/api';
import { staffOf, staffValues, type StaffValues } from '../shared';

/** What the form holds; ids of people are text in it, as selects want them. */
export interface MeetingValues {
  typeKey: string;
  title: string;
  placeId?: string;
  plannedAt: Dayjs;
  venue?: string;
  agenda?: { title?: string; text?: string }[];
  staff?: StaffValues;
}

/** What the form begins with. */
export function valuesOf(meeting: MeetingDesk | null): Partial<MeetingValues> {
  if (!meeting) return { agenda: [{}] };
  return {
    typeKey: meeting.typeKey,
    title: meeting.title,
    placeId: meeting.place?.id,
    plannedAt: dayjs(meeting.plannedAt),
    venue: meeting.venue,
    agenda: meeting.agenda.length > 0 ? meeting.agenda : [{}],
    staff: staffValues(meeting.staff),
  };
}

/** What the server is told. */
export function bodyOf(values: MeetingValues): MeetingBody {
  return {
    typeKey: values.typeKey,
    title: values.title.trim(),
    placeId: values.placeId ?? null,
    plannedAt: values.plannedAt.valueOf(),
    venue: values.venue?.trim() ?? '',
    agenda: (values.agenda ?? []).flatMap(({ title = '', text = '' }) =>
      title.trim() ? [{ title: title.trim(), ...(text.trim() ? { text: text.trim() } : {}) }] : [],
    ),
    staff: staffOf(values.staff),
  };
}
