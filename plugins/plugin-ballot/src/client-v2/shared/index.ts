export { JournalLines } from './JournalLines';
export { Figure } from './Figure';
export { FullScreen } from './FullScreen';
export { StaffFields, staffOf, staffValues, type StaffValues } from './StaffFields';
export { MeetingStatusTag, MotionStatusTag, SecrecyTag } from './StatusTags';
export { Mismatch } from './Mismatch';
export {
  ANSWER_TEXT,
  ANSWERS,
  CERTAINTY_TEXT,
  MEETING_STATUS_TEXT,
  POST_TEXT,
  POSTS,
  SECRECY_TEXT,
  STATUSES,
  WAY_TEXT,
} from './words';
