export { dayAfter, dayInWords, daysBetween, useDay } from './days';
export { NoticeText, type TextAt } from './NoticeText';
export { openFile } from './openFile';
export { PlaceSelect } from './PlaceSelect';
export { PlaceSetting } from './PlaceSetting';
export { StaffFields, staffOf, staffValues, type StaffValues } from './StaffFields';
export { StatusTag } from './StatusTag';
export { usePeriodWords } from './usePeriodWords';
export { POST_TEXT, POSTS, STATUS_TEXT, STATUSES, UNIT_TEXT } from './words';
