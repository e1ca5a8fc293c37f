export { presentAt, type Movement } from './attendance';
export { conveningProblems, type Convening, type ConveningProblem } from './convening';
export { parseMeetingType, WAYS, type MeetingType, type MeetingTypeInput, type Way } from './meeting-type';
export { mismatchesOf, type Mismatch } from './two-counts';
export { findMeetingType, meetingTypeKeys } from './types';
