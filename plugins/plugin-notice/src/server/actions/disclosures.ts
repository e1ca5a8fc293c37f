import { isLocalDate } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import {
  addDuty,
  calendarPlaces,
  changeDuty,
  disclosureDetail,
  disclosureYear,
  draftDisclosure,
  listDuties,
  overdueDisclosures,
  recordEvent,
  reviewDisclosure,
  setDutyInUse,
  tightenDuty,
  waiveDisclosure,
} from '../disclosures';
import { reading, writing } from './define';

const id = z.string().min(1).max(100);
const text = (maximum: number) => z.string().max(maximum);
const whole = z.coerce.number().int().nonnegative().max(100_000);
const One = z.object({ id });

const classOf = z.enum(['party', 'residents', 'finance']);
const strictness = {
  cadence: z.enum(['monthly', 'quarterly', 'yearly', 'onEvent']),
  dueDays: z.number().int().nonnegative().max(100_000),
  keepDays: z.number().int().positive().max(100_000).nullable(),
};
const duty = {
  ...strictness,
  class: classOf,
  title: text(200).trim().min(1),
  titleEn: text(200).trim().min(1),
  source: text(1000).trim().min(1),
  sourceEn: text(1000),
  certainty: z.enum(['found', 'known', 'unsure']),
};
const Event = z.object({
  dutyId: id,
  placeId: id,
  matter: text(200),
  happenedOn: z.string().refine(isLocalDate),
  eventId: text(100).min(1).optional(),
});
const Overdue = z.object({
  placeId: id.optional(),
  class: classOf.optional(),
  page: whole.min(1).optional(),
  pageSize: whole.min(1).max(100).optional(),
});

export const disclosureActions = {
  'noticeDuties:list': reading(z.object({ placeId: id.optional() }), (tx, who, { placeId }) =>
    listDuties(tx, who, placeId ?? null),
  ),
  'noticeDuties:add': writing(z.object({ placeId: id.nullable(), ...duty }), addDuty),
  'noticeDuties:change': writing(z.object({ id, ...duty }), (tx, who, { id: dutyId, ...body }) =>
    changeDuty(tx, who, dutyId, body),
  ),
  'noticeDuties:tighten': writing(z.object({ id, placeId: id, ...strictness }), (tx, who, { id: dutyId, ...body }) =>
    tightenDuty(tx, who, dutyId, body),
  ),
  'noticeDuties:retire': writing(One, (tx, who, { id: dutyId }) => setDutyInUse(tx, who, dutyId, false)),
  'noticeDuties:use': writing(One, (tx, who, { id: dutyId }) => setDutyInUse(tx, who, dutyId, true)),
  'noticeDisclosures:places': reading(z.object({ search: text(200).default('') }), (tx, who, { search }) =>
    calendarPlaces(tx, who, search),
  ),
  'noticeDisclosures:year': reading(z.object({ placeId: id, year: whole.min(2000).max(2200) }), disclosureYear),
  'noticeDisclosures:overdue': reading(Overdue, overdueDisclosures),
  'noticeDisclosures:get': reading(One, (tx, who, input) => disclosureDetail(tx, who, input.id)),
  'noticeDisclosures:record': writing(Event, recordEvent),
  'noticeDisclosures:draft': writing(One, (tx, who, input) => draftDisclosure(tx, who, input.id)),
  'noticeDisclosures:review': writing(
    z.object({ id, verdict: z.enum(['agreed', 'returned']), opinion: text(2000) }),
    (tx, who, { id: disclosureId, ...review }) => reviewDisclosure(tx, who, disclosureId, review),
  ),
  'noticeDisclosures:waive': writing(z.object({ id, reason: text(2000) }), (tx, who, { id: disclosureId, reason }) =>
    waiveDisclosure(tx, who, disclosureId, reason),
  ),
};
