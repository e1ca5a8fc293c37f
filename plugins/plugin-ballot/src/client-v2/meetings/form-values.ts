import dayjs, { type Dayjs } from 'dayjs';
import type { MeetingBody, MeetingDesk, MeetingPost } from '../../common/api';

type Staffed = Partial<Record<MeetingPost, string[]>>;

/** What the form holds; ids of people are text in it, as selects want them. */
export interface MeetingValues {
  typeKey: string;
  title: string;
  placeId?: string;
  plannedAt: Dayjs;
  venue?: string;
  agenda?: { title?: string; text?: string }[];
  staff?: Staffed & { chair?: string[] };
}

/** What the form begins with. A meeting that is called again has the same of everything but the day. */
export function valuesOf(meeting: MeetingDesk | null, { isAgain }: { isAgain: boolean }): Partial<MeetingValues> {
  if (!meeting) return { agenda: [{}] };
  const staff: Staffed = {};
  for (const { id, post } of meeting.staff) staff[post] = [...(staff[post] ?? []), String(id)];
  return {
    typeKey: meeting.typeKey,
    title: meeting.title,
    placeId: meeting.place?.id,
    plannedAt: isAgain ? undefined : dayjs(meeting.plannedAt),
    venue: meeting.venue,
    agenda: meeting.agenda.length > 0 ? meeting.agenda : [{}],
    staff,
  };
}

/** What the server is told. */
export function bodyOf(values: MeetingValues, reconvenes: string | undefined): MeetingBody {
  const staffed = Object.entries(values.staff ?? {}) as [MeetingPost, string[] | undefined][]; // keys of the form are posts
  return {
    typeKey: values.typeKey,
    title: values.title.trim(),
    placeId: values.placeId ?? null,
    plannedAt: values.plannedAt.valueOf(),
    venue: values.venue?.trim() ?? '',
    agenda: (values.agenda ?? []).flatMap(({ title = '', text = '' }) =>
      title.trim() ? [{ title: title.trim(), ...(text.trim() ? { text: text.trim() } : {}) }] : [],
    ),
    staff: staffed.flatMap(([post, ids = []]) => ids.map((id) => ({ userId: Number(id), post }))),
    ...(reconvenes ? { reconvenes } : {}),
  };
}
