/** 党务、居务、财务公开: what has to be disclosed, by when, and what became of it. */
export { addDuty, changeDuty, setDutyInUse, tightenDuty } from './catalogue';
export { disclosureDetail } from './detail';
export { listDuties } from './duty-list';
export { discloseEvent, type DisclosedEvent, recordEvent } from './events';
export { draftDisclosure, reviewDisclosure, waiveDisclosure } from './flow';
export { registerCalendar } from './job';
export { overdueDisclosures } from './overdue';
export { calendarPlaces } from './places';
export { type DraftNotice, noticeDraftsOf, type NoticeAsked } from './ports';
export { disclosureBlocks, disclosurePublished, disclosureTakenDown } from './published';
export { seedDuties } from './seed';
export { supervisionOf, type SupervisionProvider } from './supervision';
export { disclosureYear } from './year';
