import dayjs, { type Dayjs } from 'dayjs';
import type { NoticeBody, NoticeDesk } from '../../common/api';
import { staffOf, staffValues, type StaffValues } from '../shared';
import { bodyOf as blocksOf, partsOf, type Part } from './parts';

/** What the form holds. */
export interface NoticeValues {
  kindKey: string;
  title: string;
  placeId?: string;
  matter?: string;
  parts: readonly Part[];
  staff?: StaffValues;
  boardIds?: string[];
  periodDays?: number | null;
  notBefore?: Dayjs | null;
}

/** What the form begins with. */
export function valuesOf(notice: NoticeDesk | null, kindKey: string | undefined): Partial<NoticeValues> {
  if (!notice) return { kindKey, parts: partsOf([]) };
  return {
    kindKey: notice.kindKey,
    title: notice.title,
    placeId: notice.place?.id,
    matter: notice.matter ?? undefined,
    parts: partsOf(notice.body),
    staff: staffValues(notice.staff),
    boardIds: [...notice.boardIds],
    periodDays: notice.periodDays,
    notBefore: notice.notBefore === null ? null : dayjs(notice.notBefore),
  };
}

/** What the server is told. Without a number of days it is what the parameter says. */
export function bodyOf(values: NoticeValues): NoticeBody {
  return {
    kindKey: values.kindKey,
    title: values.title.trim(),
    body: blocksOf(values.parts),
    placeId: values.placeId ?? null,
    matter: values.matter?.trim() || null,
    staff: staffOf(values.staff),
    boardIds: values.boardIds ?? [],
    notBefore: values.notBefore ? values.notBefore.format('YYYY-MM-DD') : null,
    ...(typeof values.periodDays === 'number' ? { periodDays: values.periodDays } : {}),
  };
}
