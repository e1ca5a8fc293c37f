export { act, actOnMotion, changeMeeting, LockedMeeting } from './locked-meeting';
export { isFor, mayDo } from './may';
export { type ActName } from './table';
